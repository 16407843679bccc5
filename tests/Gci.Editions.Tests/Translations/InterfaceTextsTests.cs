using Gci.Editions.Translations;

namespace Gci.Editions.Tests.Translations;

/// <summary>Sentences of the interface: forms by number, values, and English where nothing else is.</summary>
public sealed class InterfaceTextsTests : IDisposable
{
    private const string Other = "{count} files";

    private readonly EditionsCopy _copy = new();

    public InterfaceTextsTests() => _copy.Write("questionnaires/interface/en/pages.yaml", """
        pages.saved: Saved at {time} by {person}
        pages.files.one: One file
        pages.files.other: "{count} files"
        pages.reason.other: Another reason
        """);

    public void Dispose() => _copy.Dispose();

    private InterfaceTexts Texts(string language)
    {
        var problems = new Problems();
        var texts = _copy.Folder.Interface(problems);
        Assert.Empty(problems.InOrder());
        return texts[language];
    }

    [Fact]
    public void Every_language_is_there_and_English_says_what_its_files_hold()
    {
        Assert.Equal(Languages.All.Order(StringComparer.Ordinal), _copy.Folder.Interface(new()).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Another reason", Texts("en")["pages.reason.other"]);
        Assert.Equal("Saved at 10:42 by Ana", Texts("en").Say("pages.saved", ("time", "10:42"), ("person", "Ana")));
        Assert.Throws<KeyNotFoundException>(() => Texts("en")["pages.lost"]);
        Assert.Throws<KeyNotFoundException>(() => Texts("fr").Say("pages.files.few"));
    }

    [Fact]
    public void Texts_remember_that_English_stood_in_for_one_page_alone()
    {
        Write("fr", ("pages.saved", "Saved at {time} by {person}", "Enregistré à {time} par {person}"));
        var (french, english) = (Texts("fr"), Texts("en"));
        var (page, other) = (french.Anew(), french.Anew());

        _ = page.Say("pages.saved", ("time", "10:42"), ("person", "Ana"));
        Assert.False(page.HasFallenBack);
        Assert.Equal("2 files", page.Say("pages.files", ("count", 2)));
        _ = page["pages.saved"];

        Assert.Equal((true, false, false), (page.HasFallenBack, other.HasFallenBack, page.Anew().HasFallenBack));
        _ = english["pages.reason.other"];
        Assert.False(english.HasFallenBack);
    }

    [Theory]
    [InlineData(0, "0 files")]
    [InlineData(1, "One file")]
    [InlineData(2, "2 files")]
    public void English_has_two_forms_and_says_them_for_languages_that_have_no_translation(int count, string expected) => Assert.All(
        Languages.All, language => Assert.Equal(expected, Texts(language).Say("pages.files", ("count", count))));

    [Theory]
    [InlineData(1, "1 файл")]
    [InlineData(3, "3 файла")]
    [InlineData(11, "11 файлов")]
    [InlineData(21L, "21 файл")]
    public void Forms_that_English_lacks_are_said_where_they_are_translated(object count, string expected)
    {
        Write("ru", ("pages.files.one", "One file", "{count} файл"), ("pages.files.few", Other, "{count} файла"), ("pages.files.many", Other, "{count} файлов"));

        Assert.Equal(expected, Texts("ru").Say("pages.files", ("count", count)));
    }

    [Fact]
    public void Arabic_has_six_forms()
    {
        Write("ar", ("pages.files.zero", Other, "صفر"), ("pages.files.one", "One file", "واحد"), ("pages.files.two", Other, "اثنان"), ("pages.files.few", Other, "{count} ملفات"), ("pages.files.many", Other, "{count} ملفا"), ("pages.files.other", Other, "{count} ملف"));

        Assert.Equal(["صفر", "واحد", "اثنان", "3 ملفات", "11 ملفا", "100 ملف"], Files("ar", 0, 1, 2, 3, 11, 100));
        Assert.Equal(TranslationState.Draft, Texts("ar").Phrase("pages.files.few").State);
    }

    [Fact]
    public void A_form_that_is_not_translated_is_said_in_the_general_form_of_the_language()
    {
        Write("fr", ("pages.files.other", Other, "{count} fichiers"));

        Assert.Equal(["1 fichiers", "1000000 fichiers"], Files("fr", 1, 1_000_000));
    }

    [Fact]
    public void A_form_made_from_another_English_text_is_stale_and_still_said()
    {
        Write("ru", ("pages.files.few", "{count} documents", "{count} документа"));

        Assert.Equal("2 документа", Texts("ru").Say("pages.files", ("count", 2)));
        Assert.Equal(TranslationState.Stale, Texts("ru").Phrase("pages.files.few").State);
    }

    [Theory]
    [InlineData("zh", "pages.files.other")]
    [InlineData("es", "pages.files.one", "pages.files.other")]
    [InlineData("fr", "pages.files.one", "pages.files.other")]
    [InlineData("ru", "pages.files.one", "pages.files.few", "pages.files.many")]
    [InlineData("ar", "pages.files.zero", "pages.files.one", "pages.files.two", "pages.files.few", "pages.files.many", "pages.files.other")]
    public void What_is_to_be_translated_are_the_forms_of_the_language(string language, params string[] forms)
    {
        var missing = _copy.Folder.InterfaceTranslations(new()).Missing(language).Where(text => text.Key.StartsWith("pages.", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["pages.saved", .. forms, "pages.reason.other"], missing.Select(text => text.Key));
        Assert.All(missing.Where(text => text.Key.StartsWith("pages.files.", StringComparison.Ordinal)), text => Assert.Equal(text.Key == "pages.files.one" ? "One file" : Other, text.English));
    }

    [Theory]
    [InlineData("fr", "pages.files.many")]
    [InlineData("ru", "pages.files.other")]
    public void A_form_that_need_not_be_translated_may_be(string language, string key)
    {
        Write(language, (key, Other, "{count} —"));

        Assert.Empty(_copy.Check());
    }

    private IEnumerable<string> Files(string language, params IEnumerable<int> counts) => counts.Select(count => Texts(language).Say("pages.files", ("count", count)));

    private void Write(string language, params IEnumerable<(string Key, string English, string Text)> texts) => _copy.Write(
        $"questionnaires/interface/{language}/pages.yaml",
        string.Concat(texts.Select(text => $"{text.Key}: {{ source: \"{Translation.SourceHash(text.English)}\", state: draft, text: \"{text.Text}\" }}\n")));
}
