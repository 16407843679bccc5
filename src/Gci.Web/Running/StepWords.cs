using System.Text.Json;
using Gci.Data.Runs;

namespace Gci.Web.Running;

/// <summary>The steps of a run in addresses, such as <c>close-answering</c>.</summary>
public static class StepWords
{
    public static string WordOf(RunStep step) => JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString());

    public static RunStep? StepOf(string? word) => Enum.GetValues<RunStep>().Where(step => WordOf(step) == word).Select(step => (RunStep?)step).FirstOrDefault();

    /// <summary>The steps that lead out of a state, those of one person and those of two.</summary>
    public static IEnumerable<RunStep> From(RunState state) => Enum.GetValues<RunStep>().Where(step => step.From() == state);
}
