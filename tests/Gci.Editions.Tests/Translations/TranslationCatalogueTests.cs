using CsCheck;
using Gci.Editions.Translations;

namespace Gci.Editions.Tests.Translations;

/// <summary>What is missing goes out, and what was translated comes in.</summary>
public sealed class TranslationCatalogueTests : IDisposable
{
    private readonly EditionsCopy _copy = new("2026");

    public void Dispose() => _copy.Dispose();

    private TranslationCatalogue Catalogue(string id = "2024")
    {
        var problems = new Problems();
        var catalogue = _copy.Folder.Translations(id, problems);
        Assert.Empty(problems.InOrder());
        return catalogue!;
    }

    [Fact]
    public void Every_file_that_is_shipped_is_in_its_canonical_form()
    {
        var problems = new Problems();
        TranslationCatalogue[] all = [.. Shipped.Folder.Ids.Select(id => Shipped.Folder.Translations(id, problems)).OfType<TranslationCatalogue>(), Shipped.Folder.InterfaceTranslations(problems)];

        Assert.Empty(problems.InOrder());
        Assert.Equal(["2024", "2026", "interface"], all.Select(catalogue => catalogue.Name));
        Assert.All(all.SelectMany(catalogue => Languages.All.Where(language => language != "en").SelectMany(catalogue.Files)), file => Assert.Equal(File.ReadAllText(file.Path), file.Content));
    }

    [Fact]
    public void Nothing_is_translated_at_first_and_all_of_it_is_missing()
    {
        var counts = Catalogue().Counts("fr");

        Assert.Equal(["legal", "technical", "organizational", "capacity_development", "cooperation", "evidence-kinds", "common"], counts.Select(count => Path.GetFileNameWithoutExtension(count.File)));
        Assert.All(counts, count => Assert.Equal((count.Texts, 0, 0, 0), (count.Missing, count.Stale, count.Draft, count.Approved)));
        Assert.Equal(Catalogue().Missing("fr").Count, counts.Sum(count => count.Texts));
    }

    [Fact]
    public void What_is_missing_can_be_filled_and_is_then_a_draft_of_the_present_text()
    {
        var missing = Catalogue().Missing("fr");

        Fill("2024", missing.Select(text => new KeyedText(text.Key, $"fr: {text.English}", 1)));

        Assert.Empty(_copy.Check());
        Assert.Empty(Catalogue().Missing("fr"));
        Assert.All(Catalogue().Counts("fr"), count => Assert.Equal(count.Texts, count.Draft));
        Assert.Equal("fr: Legal measures", _copy.Folder.Load("2024", new())!.In("fr").Pillar("LEG").Text);
        Assert.All(Catalogue().Files("fr"), file => Assert.Equal(File.ReadAllText(file.Path), file.Content));
        Assert.Equal(31, Catalogue("2026").Missing("fr").Count);
        Assert.Empty(Catalogue("2026").Files("fr"));
    }

    [Fact]
    public void A_text_that_changed_is_missing_again_and_filling_it_makes_it_a_draft()
    {
        Fill("2024", Catalogue().Missing("fr").Select(text => new KeyedText(text.Key, $"fr: {text.English}", 1)));
        _copy.Replace("questionnaires/2024/legal.yaml", "title: Identity theft online", "title: Theft of an identity");

        Assert.Equal([("LEG-1.2.3/title", "Theft of an identity")], Catalogue().Missing("fr"));
        Assert.Equal((1, 0), Catalogue().Counts("fr").Where(count => count.Stale > 0).Select(count => (count.Stale, count.Missing)).Single());

        var written = Fill("2024", [new("LEG-1.2.3/title", "Vol d'identité", 1)]);

        Assert.Equal(["legal.yaml"], written.Select(Path.GetFileName));
        Assert.Empty(Catalogue().Missing("fr"));
    }

    [Fact]
    public void The_same_words_change_nothing_and_an_approved_text_is_not_overwritten()
    {
        Fill("2024", [new("LEG/title", "Mesures juridiques", 1), new("TEC/title", "Mesures techniques", 2)]);
        _copy.Replace("questionnaires/2024/fr/legal.yaml", "state: draft", "state: approved");

        Assert.Empty(Fill("2024", [new("LEG/title", "Mesures juridiques", 1), new("TEC/title", "Mesures techniques", 2)]));

        var problems = new Problems();
        Assert.Null(Catalogue().Fill("fr", "in.json", [new("LEG/title", "Lois", 7)], problems));
        Assert.Equal("in.json:7: The translation of \"LEG/title\" is approved; to change it, edit questionnaires/2024/fr/legal.yaml.", Assert.Single(problems.InOrder()).ToString());
    }

    [Fact]
    public void What_cannot_be_taken_is_said_and_nothing_is_given_back()
    {
        _copy.Write("questionnaires/interface/en/pages.yaml", "pages.saved: Saved at {time}\n");
        var problems = new Problems();

        Assert.Null(_copy.Folder.InterfaceTranslations(new()).Fill("fr", "in.json", [new("pages.saved", "Enregistré", 2), new("pages.lost", "Perdu", 3), new("site.language", "", 4)], problems));
        Assert.Equal(
            [
                "in.json:2: The translation of \"pages.saved\" has lost {time} of the English text.",
                "in.json:3: There is no text \"pages.lost\" to translate.",
                "in.json:4: The translation of \"site.language\" is empty.",
            ],
            problems.InOrder().Select(problem => problem.ToString()));
    }

    [Fact]
    public void Any_text_comes_back_from_its_file_as_it_was_written() => Gen.OneOf(
            Gen.String[Gen.Char["aé ،'\":#{}[]&*!|>%@`,?-\\\u00A0\u200F\u2028\uFEFF0\n\t汉"], 1, 300],
            Gen.OneOf("word", "longer-word", "a", "«\u00A0b\u00A0»", "- c", "# d", "yes").Array[1, 60].Select(words => string.Join(' ', words)))

        // A name in braces is a place for a value, and this sentence has none.
        .Where(text => text.Trim().Length > 0 && !System.Text.RegularExpressions.Regex.IsMatch(text, @"\{[a-zé-]+\}"))
        .Sample(
            text =>
            {
                Fill("2024", [new("LEG/introduction", text.Trim(), 1)]);
                var edition = _copy.Folder.Load("2024", new())!;
                return edition.In("fr").Introduction(edition.Questionnaire!.Sections[0]).Text == text.Trim();
            },
            iter: 25, threads: 1);

    [Fact]
    public void An_edition_that_asks_nothing_has_nothing_to_translate()
    {
        var problems = new Problems();

        Assert.Null(_copy.Folder.Translations("2020", problems));
        Assert.False(problems.Any);
    }

    private string[] Fill(string id, IEnumerable<KeyedText> texts)
    {
        var problems = new Problems();
        var files = Catalogue(id).Fill("fr", "in.json", texts, problems);
        Assert.Empty(problems.InOrder());
        foreach (var (path, content) in files!)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }

        return [.. files.Select(file => file.Path)];
    }
}
