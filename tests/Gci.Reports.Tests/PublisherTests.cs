using System.Collections.Immutable;
using Gci.Editions.Results;
using Gci.Reports.Writing;
using Gci.Testing;

namespace Gci.Reports.Tests;

public sealed class PublisherTests
{
    [Fact]
    public async Task The_same_results_give_the_same_bytes_whatever_the_order_they_came_in()
    {
        using var folder = new TemporaryFolder();
        await Written.FilesAsync(Shores.At(Disclosure.Internal, Shores.Before), folder.At("first"));
        await Written.FilesAsync(new(Shuffled(), Disclosure.Internal, Shores.Before), folder.At("second"));
        var first = TemporaryFolder.Content(folder.At("first"));

        Assert.Equal(6, first.Length);
        Assert.Equal(first, TemporaryFolder.Content(folder.At("second")));
    }

    [Fact]
    public void The_manifest_comes_last() =>
        Assert.Equal(["Tables", "Workbook", "Report", "Manifest"], Publisher.Steps(Shores.At(Disclosure.Tiers), "", new TypstReportWriter(), TestContext.Current.CancellationToken).Select(step => step.Title));

    private static EditionResults Shuffled()
    {
        var points = Shores.Results.Countries.Reverse().ToDictionary(
            country => country.Country.Iso3,
            country => country.Pillars.Reverse().ToImmutableDictionary(pillar => pillar.Pillar.Code, pillar => pillar.Points));
        return EditionResults.Of(Shores.Edition, points);
    }
}

/// <summary>Writes the files of a publication for a test.</summary>
internal static class Written
{
    /// <summary>All files; skips the test that asks where the report cannot be drawn.</summary>
    internal static async Task FilesAsync(Publication publication, string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var (_, work) in Publisher.Steps(publication, folder, new TypstReportWriter(), TestContext.Current.CancellationToken))
            {
                await work();
            }
        }
        catch (MissingComponentException missing)
        {
            Assert.Skip($"The PDF could not be drawn. {missing.Message}");
        }
    }
}
