using Gci.Data.Runs;

namespace Gci.Web.Running;

/// <summary>The steps of a run in addresses, such as <c>close-answering</c>.</summary>
public static class StepWords
{
    public static string WordOf(RunStep step) => Words.Of(step);

    public static RunStep? StepOf(string? word) => Words.Named(word, Enum.GetValues<RunStep>());

    /// <summary>The steps that lead out of a state, those of one person and those of two.</summary>
    public static IEnumerable<RunStep> From(RunState state) => Enum.GetValues<RunStep>().Where(step => step.From() == state);
}
