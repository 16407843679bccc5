using Gci.Data.Responses;

namespace Gci.Cli.Verbs;

/// <summary>Why a country's answers are not in a snapshot, in words.</summary>
internal static class SnapshotWords
{
    internal static string Of(ResponseState? state) => state switch
    {
        null => "no response",
        ResponseState.NotStarted => "not started",
        ResponseState.InProgress => "still answering",
        ResponseState.Submitted => "submitted, not reviewed",
        ResponseState.UnderReview => "under review",
        ResponseState.Returned => "returned to the country",
        ResponseState.NoReply => "no reply",
        ResponseState.DeskResearch => "desk research under way",
        ResponseState.Offered => "desk research offered to the country",
        ResponseState.Closed => "closed",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
