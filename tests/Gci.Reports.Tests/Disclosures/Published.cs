using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Results;
using Gci.Reports.Writing;
using Gci.Testing;
using UglyToad.PdfPig;

namespace Gci.Reports.Tests.Disclosures;

[CollectionDefinition(nameof(Published))]
public sealed class PublishedCollection : ICollectionFixture<Published>;

/// <summary>The published figures of 2024, published at each level of disclosure into folders that the tests read.</summary>
public sealed class Published : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal static Edition Edition { get; } = Load();

    internal static EditionResults Results { get; } = EditionResults.Of(Edition, Edition.Published!.Points);

    /// <summary>Every name of a country in English, to its code.</summary>
    internal static ImmutableDictionary<string, string> Codes { get; } = Edition.Countries.Values.ToImmutableDictionary(country => country.NameIn("en"), country => country.Iso3);

    /// <summary>Why there is no PDF; null where there is one.</summary>
    internal string? NoPdf { get; private set; }

    public async ValueTask InitializeAsync()
    {
        foreach (var level in (Disclosure[])[Disclosure.Tiers, Disclosure.Pillars])
        {
            await PublishAsync(Of(level), Folder(level));
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string Folder(Disclosure level) => _folder.At(level.ToString());

    internal string File(Disclosure level, string name) => Path.Combine(Folder(level), name);

    /// <summary>Two countries in three had another tier before, so that what changed is published as well.</summary>
    internal static Publication Of(Disclosure level)
    {
        var codes = Edition.Tiers.Scheme.BestFirst.Select(tier => tier.Code).ToArray();
        var before = Results.Countries.ToImmutableDictionary(country => country.Country.Iso3, country => codes[(country.Tier!.Place + country.Row) % 3]);
        return new(Results, level, new PreviousResults("2020", "Index of 2020", before));
    }

    internal static double Score(string iso3) => Results.Scores[Row(iso3).Row, Edition.Tree.Root.Position];

    internal static CountryResult Row(string iso3) => Results.Countries.First(country => country.Country.Iso3 == iso3);

    /// <summary>The report, for reading page by page; skips the test where it could not be drawn.</summary>
    internal PdfDocument Pdf(Disclosure level)
    {
        Assert.SkipWhen(NoPdf is not null, $"The PDF could not be drawn. {NoPdf}");
        return PdfDocument.Open(File(level, "report-en.pdf"));
    }

    private async Task PublishAsync(Publication publication, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (_, work) in Publisher.Steps(publication, folder, new TypstReportWriter(), CancellationToken.None))
        {
            try
            {
                await work();
            }
            catch (MissingComponentException missing)
            {
                NoPdf = missing.Message;
            }
        }
    }

    private static Edition Load()
    {
        var problems = new Problems();
        return new EditionsFolder(Repository.Root).Load("2024", problems) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
    }
}
