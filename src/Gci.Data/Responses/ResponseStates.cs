using Gci.Data.Auditing;
using Gci.Data.Reviews;

namespace Gci.Data.Responses;

/// <summary>The one table of what moves a response from state to state, used when it moves and when its chain is verified.</summary>
public static class ResponseStates
{
    /// <summary>The state after a link of the chain.</summary>
    /// <param name="before">The state before it.</param>
    public static ResponseState After(string action, ResponseState before) => action switch
    {
        ReviewActions.Opened => ResponseState.NotStarted,
        Response.Submission => ResponseState.Submitted,
        ReviewActions.Begun or ReviewActions.Reopened or ReviewActions.Resubmitted or ReviewActions.ReturnEnded => ResponseState.UnderReview,
        ReviewActions.Returned => ResponseState.Returned,
        ReviewActions.Closed or ReviewActions.OfferEnded => ResponseState.Closed,
        ReviewActions.NoReply => ResponseState.NoReply,
        ReviewActions.Extended or ReviewActions.Resumed => ResponseState.InProgress,
        ReviewActions.ResearchBegun => ResponseState.DeskResearch,
        ReviewActions.ResearchOffered => ResponseState.Offered,
        ReviewActions.ResearchValidated => ResponseState.UnderReview,
        AuditActions.CopyClosed => ResponseState.PutAside,
        AuditActions.CopyReopened => ResponseState.InProgress,
        AuditActions.CopyDeleted => ResponseState.Deleted,
        _ when before == ResponseState.NotStarted => ResponseState.InProgress,
        _ => before,
    };
}
