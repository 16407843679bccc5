using System.Diagnostics;
using Gci.Tiering.Stability;

namespace Gci.Reports.Stability;

/// <summary>The marks in words. (Method 7.2)</summary>
internal static class MarkWords
{
    /// <summary>The mark as files and lists have it.</summary>
    internal static string Word(Firmness mark) => mark switch
    {
        Firmness.Firm => "firm",
        Firmness.Likely => "likely",
        Firmness.Borderline => "borderline",
        _ => throw new UnreachableException(),
    };

    /// <summary>The mark at the beginning of a line.</summary>
    internal static string Title(Firmness mark) => mark switch
    {
        Firmness.Firm => "Firm",
        Firmness.Likely => "Likely",
        Firmness.Borderline => "Borderline",
        _ => throw new UnreachableException(),
    };

    /// <summary>How often the tier is kept, to follow "keeps its tier".</summary>
    internal static string HowOften(Firmness mark, string cases) => mark switch
    {
        Firmness.Firm => $"in at least 95 of 100 {cases}",
        Firmness.Likely => $"in at least 80 of 100 {cases}, but fewer than 95",
        Firmness.Borderline => $"in fewer than 80 of 100 {cases}",
        _ => throw new UnreachableException(),
    };
}
