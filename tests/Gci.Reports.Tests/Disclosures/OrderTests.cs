using System.Globalization;
using System.Text.Json;
using Gci.Reports.Blocks;
using Gci.Testing;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>Countries stand by their code or by their name, wherever two of them stand: so no list is ordered by the score.</summary>
[Collection(nameof(Published))]
public sealed class OrderTests(Published published)
{
    private static readonly StringComparer s_english = StringComparer.Create(CultureInfo.GetCultureInfo("en"), CompareOptions.None);

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void Every_table_of_a_file_is_by_code(Disclosure level)
    {
        var tables = Record.All(published.Folder(level)).GroupBy(record => record.Where).ToArray();

        Assert.Equal(4, tables.Length);
        Assert.All(tables, table => IsBy(StringComparer.Ordinal, table.Select(record => record.Iso3)));
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void Every_array_of_JSON_that_holds_countries_is_by_code(Disclosure level)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(published.File(level, "results.json")));
        var arrays = Arrays(json.RootElement).Select(array => array.Select(Code).OfType<string>().ToArray()).Where(codes => codes.Length > 1).ToArray();

        Assert.NotEmpty(arrays);
        Assert.All(arrays, codes => IsBy(StringComparer.Ordinal, codes));
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void Every_list_of_names_in_the_report_is_by_name(Disclosure level)
    {
        var blocks = ResultsReport.Of(Published.Of(level)).Blocks;
        var lists = blocks.OfType<NameList>().ToArray();

        // Five tiers, and the moves up and down between them.
        Assert.True(lists.Length > 9);
        Assert.All(lists, list => IsBy(s_english, list.Names));
        IsBy(s_english, blocks.OfType<CountryPage>().Select(page => page.Name));
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void The_bookmarks_and_the_country_pages_of_the_PDF_are_by_name(Disclosure level)
    {
        using var pdf = published.Pdf(level);
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));

        var titles = bookmarks.GetNodes().Select(node => node.Title).Where(Published.Codes.ContainsKey).ToArray();
        var pages = CountryPages.Of(pdf).OrderBy(page => page.Value.Number).Select(page => Published.Edition.Countries[page.Key].NameIn("en")).ToArray();
        Assert.Equal(194, titles.Length);
        Assert.Equal(titles, pages);
        IsBy(s_english, titles);
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void Names_on_the_other_pages_of_the_PDF_are_by_name_from_list_to_list(Disclosure level)
    {
        using var pdf = published.Pdf(level);
        var own = CountryPages.Of(pdf).Values.Select(page => page.Number).ToHashSet();
        var printed = pdf.GetPages().Where(page => !own.Contains(page.Number)).SelectMany(CountryPages.Names).ToArray();
        var blocks = ResultsReport.Of(Published.Of(level)).Blocks;
        string[] lists = [.. blocks.OfType<NameList>().SelectMany(list => list.Names), .. blocks.OfType<CountryPage>().Select(page => page.Name)];

        // Each list as its block has it, then the contents of the country profiles; the lists themselves are tested above.
        Assert.Equal(lists, printed);
    }

    [Fact]
    public void The_check_itself_finds_an_order_by_score()
    {
        var byScore = Published.Edition.Countries.Keys.OrderByDescending(Published.Score).ToArray();

        Assert.ThrowsAny<Exception>(() => IsBy(StringComparer.Ordinal, byScore));
        Assert.ThrowsAny<Exception>(() => IsBy(StringComparer.Ordinal, byScore.Reverse()));
    }

    private static void IsBy(StringComparer comparer, IEnumerable<string> countries)
    {
        string[] found = [.. countries];
        Assert.Equal(found.Order(comparer), found);
    }

    private static IEnumerable<JsonElement[]> Arrays(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Arrays(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Arrays).Prepend([.. element.EnumerateArray()]),
        _ => [],
    };

    private static string? Code(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.TryGetProperty("iso3", out var iso3) ? iso3.GetString() : null,
        JsonValueKind.String => Published.Edition.Countries.ContainsKey(element.GetString()!) ? element.GetString() : null,
        _ => null,
    };
}
