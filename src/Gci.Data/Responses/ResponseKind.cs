namespace Gci.Data.Responses;

/// <summary>Whose answers a response holds.</summary>
public enum ResponseKind
{
    /// <summary>The country's own answers, which are certified and submitted.</summary>
    National,

    /// <summary>A private copy, seen by its owner only.</summary>
    SelfAssessment,
}

/// <summary>How far a response is.</summary>
public enum ResponseState
{
    NotStarted,
    InProgress,

    /// <summary>Certified by the focal point and with the secretariat; nothing in it changes any more.</summary>
    Submitted,
}

/// <summary>Where an answer comes from.</summary>
public enum Provenance
{
    Country,

    /// <summary>Taken over from the previous edition; the country has not confirmed it yet.</summary>
    PrefilledUnconfirmed,
    Workbook,
    DeskResearch,
    ReviewerProposal,
}
