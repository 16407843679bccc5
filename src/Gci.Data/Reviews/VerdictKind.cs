namespace Gci.Data.Reviews;

/// <summary>What a reviewer found about an answer.</summary>
public enum VerdictKind
{
    /// <summary>The evidence proves the answer.</summary>
    Verified,

    /// <summary>The evidence proves less than the answer says; the verdict names what it proves.</summary>
    PartlyVerified,

    /// <summary>The country must say more before the answer can be judged.</summary>
    QueryOpen,

    /// <summary>The evidence does not prove the answer.</summary>
    NotVerified,

    /// <summary>The question does not apply to the country.</summary>
    NotApplicable,
}

public static class VerdictKinds
{
    /// <summary>Whether the verdict settles the question.</summary>
    public static bool IsFinal(this VerdictKind kind) => kind != VerdictKind.QueryOpen;
}

/// <summary>Where the review of a question stands.</summary>
public enum ReviewStatus
{
    Unreviewed,
    Verified,
    PartlyVerified,
    QueryOpen,

    /// <summary>The country has answered a query or changed its answer since the last verdict.</summary>
    Answered,
    NotVerified,
    NotApplicable,

    /// <summary>Two reviewers do not agree, and nobody has decided between them.</summary>
    Disagreed,
}

/// <summary>From which place somebody reviews. Two judge alone, a third decides where they disagree.</summary>
public enum ReviewSeat
{
    First,
    Second,
    Adjudicator,
}
