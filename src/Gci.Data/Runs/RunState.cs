using System.ComponentModel;

namespace Gci.Data.Runs;

/// <summary>How far the run of an edition is.</summary>
public enum RunState
{
    /// <summary>The questionnaire is being prepared; members and experts comment on it.</summary>
    Draft,

    /// <summary>Countries answer.</summary>
    Open,

    /// <summary>Reviewers verify what was submitted; countries with an extension still answer.</summary>
    Verification,

    /// <summary>The verified answers stand as a snapshot, from which everything is computed.</summary>
    Frozen,

    /// <summary>The results are out. A correction is another snapshot with a public note.</summary>
    Published,

    /// <summary>Nothing happens to it any more.</summary>
    Archived,
}

/// <summary>What moves an edition from one state to the next.</summary>
[Description("What moves an edition from one state to the next.")]
public enum RunStep
{
    Open,
    CloseAnswering,

    /// <summary>Lets countries answer again after answering was closed too early.</summary>
    Reopen,
    Freeze,

    /// <summary>Takes verification up again where something is wrong before anything was published; the snapshot stays, and the next freeze makes another.</summary>
    Resume,
    Publish,

    /// <summary>A snapshot that corrects a published one.</summary>
    Correct,
    Archive,
}

public static class RunSteps
{
    /// <summary>Steps that one person proposes and another confirms.</summary>
    public static bool NeedsTwo(this RunStep step) => step is RunStep.Freeze or RunStep.Publish or RunStep.Correct;

    /// <summary>The step that two persons take next; null where the state leads to none.</summary>
    public static RunStep? OfTwo(this RunState state) => state switch
    {
        RunState.Verification => RunStep.Freeze,
        RunState.Frozen => RunStep.Publish,
        RunState.Published => RunStep.Correct,
        _ => null,
    };

    /// <summary>The state that a step leads out of.</summary>
    public static RunState From(this RunStep step) => step switch
    {
        RunStep.Open => RunState.Draft,
        RunStep.CloseAnswering => RunState.Open,
        RunStep.Reopen or RunStep.Freeze => RunState.Verification,
        RunStep.Resume or RunStep.Publish => RunState.Frozen,
        RunStep.Correct or RunStep.Archive => RunState.Published,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The state that a step leads to.</summary>
    public static RunState To(this RunStep step) => step switch
    {
        RunStep.Open or RunStep.Reopen => RunState.Open,
        RunStep.CloseAnswering or RunStep.Resume => RunState.Verification,
        RunStep.Freeze => RunState.Frozen,
        RunStep.Publish or RunStep.Correct => RunState.Published,
        RunStep.Archive => RunState.Archived,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
