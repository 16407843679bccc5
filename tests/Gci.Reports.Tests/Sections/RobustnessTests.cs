using Gci.Reports.Blocks;
using Gci.Testing;

namespace Gci.Reports.Tests.Sections;

/// <summary>What a study of how firm the tiers are adds to a small report.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void A_report_says_how_firm_the_tiers_are_as_far_as_its_level_allows(Disclosure level)
    {
        var without = BlockText.Of(ResultsReport.Of(Shores.At(level))).Split('\n').Where(line => line.Length > 0).ToHashSet();
        var added = BlockText.Of(ResultsReport.Of(Shores.Studied(level))).Split('\n').Where(line => !without.Contains(line));

        Golden.Matches(string.Join('\n', added).Trim() + "\n", $"firm-{level.ToString().ToLowerInvariant()}.txt");
    }
}
