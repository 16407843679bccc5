using System.IO.Enumeration;

namespace Gci.Benchmarks;

/// <summary>Which measurements a pattern such as <c>*194*</c> names.</summary>
internal static class Names
{
    internal static bool Match(string pattern, string name) => FileSystemName.MatchesSimpleExpression($"*{pattern}*", name);

    /// <summary>The pattern for the full names that BenchmarkDotNet matches.</summary>
    internal static string Glob(string pattern) => $"*.{nameof(ScoringBenchmarks)}.*{pattern}*";
}
