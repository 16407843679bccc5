using System.ComponentModel;

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
[Description("How far a response is.")]
public enum ResponseState
{
    NotStarted,
    InProgress,

    /// <summary>Certified by the focal point and with the secretariat.</summary>
    Submitted,

    /// <summary>Reviewers judge its answers.</summary>
    UnderReview,

    /// <summary>With the country again: the questions that were sent back can be changed, the others not.</summary>
    Returned,

    /// <summary>All its answers are judged.</summary>
    Closed,

    /// <summary>The country did not submit in time.</summary>
    NoReply,

    /// <summary>Reviewers answer from public sources.</summary>
    DeskResearch,

    /// <summary>What reviewers found is with the country, which may correct and confirm it.</summary>
    Offered,

    /// <summary>A private copy that its owner closed: it can be read and reopened.</summary>
    PutAside,

    /// <summary>A private copy that its owner deleted: only its chain is left, and nobody finds it.</summary>
    Deleted,
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
