namespace Gci.Data.Auditing;

/// <summary>Names of what happens to a response, as links of its chain carry them, where something is read from them.</summary>
public static class AuditActions
{
    public const string SuggestionMade = "suggestion.made";
    public const string EvidenceAdded = "evidence.added";
    public const string CopyClosed = "copy.closed";
    public const string CopyReopened = "copy.reopened";
    public const string CopyDeleted = "copy.deleted";
    public const string PersonInvited = "people.invited";
}
