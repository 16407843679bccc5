namespace Gci.Data.Auditing;

/// <summary>Names of what moves a response on and of what reviewers do, as links of its chain carry them.</summary>
public static class ReviewActions
{
    public const string Opened = "response.opened";
    public const string Extended = "response.extended";
    public const string NoReply = "response.no-reply";
    public const string Resumed = "response.resumed";
    public const string Resubmitted = "response.resubmitted";
    public const string Assigned = "review.assigned";
    public const string Unassigned = "review.unassigned";
    public const string Begun = "review.begun";
    public const string Judged = "review.judged";
    public const string EvidenceJudged = "review.evidence";
    public const string Questioned = "review.questioned";
    public const string Returned = "review.returned";
    public const string ReturnSettled = "return.settled";
    public const string ReturnEnded = "return.ended";
    public const string Closed = "review.closed";
    public const string Reopened = "review.reopened";
    public const string ResearchBegun = "research.begun";
    public const string ResearchOffered = "research.offered";
    public const string ResearchValidated = "research.validated";
    public const string OfferEnded = "research.ended";
}
