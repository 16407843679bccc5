namespace Gci.Data.Responses;

/// <summary>Something to look at before submission.</summary>
/// <param name="Count">How many pieces of evidence are wanted, or how many suggestions or files it is about.</param>
public sealed record Finding(FindingKind Kind, string Question, int Count = 1)
{
    /// <summary>Whether nobody can submit while it stands; the others only warn.</summary>
    public bool IsBlocking => Kind is FindingKind.Unconfirmed or FindingKind.InvalidAnswer or FindingKind.EvidenceMissing;

    /// <summary>The stable name that pages and programs use, such as <c>evidence-missing</c>.</summary>
    public string Code => Kind switch
    {
        FindingKind.Unconfirmed => "unconfirmed",
        FindingKind.InvalidAnswer => "invalid-answer",
        FindingKind.EvidenceMissing => "evidence-missing",
        FindingKind.Unanswered => "unanswered",
        FindingKind.EvidenceExplained => "evidence-explained",
        FindingKind.OpenSuggestion => "open-suggestion",
        FindingKind.FileWaiting => "file-waiting",
        FindingKind.FileInfected => "file-infected",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

public enum FindingKind
{
    /// <summary>Taken over from the previous edition and not confirmed.</summary>
    Unconfirmed,

    /// <summary>The text is not one that the question takes, as after a change of a draft edition.</summary>
    InvalidAnswer,

    /// <summary>The answer needs more evidence, and no comment says why there is none.</summary>
    EvidenceMissing,

    /// <summary>No answer; whoever certifies says how many there are.</summary>
    Unanswered,

    /// <summary>Less evidence than wanted, with a comment.</summary>
    EvidenceExplained,
    OpenSuggestion,

    /// <summary>Waits for the virus scanner.</summary>
    FileWaiting,

    /// <summary>The virus scanner found something; the file proves nothing.</summary>
    FileInfected,
}
