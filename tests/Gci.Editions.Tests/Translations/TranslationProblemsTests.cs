using Gci.Editions.Translations;

namespace Gci.Editions.Tests.Translations;

/// <summary>A mistake in a translation is said with its line.</summary>
public sealed class TranslationProblemsTests : IDisposable
{
    private const string File = "questionnaires/2024/fr/legal.yaml";
    private const string Interface = "questionnaires/interface/fr/pages.yaml";

    private static readonly string s_titleHash = Translation.SourceHash("Legal measures");

    private readonly EditionsCopy _copy = new();

    public TranslationProblemsTests() => _copy.Write("questionnaires/interface/en/pages.yaml", """
        pages.saved: Saved at {time}
        pages.files.one: One file
        pages.files.other: "{count} files of {country}"
        """);

    public void Dispose() => _copy.Dispose();

    [Theory]
    [InlineData("LEG:\n  title: { source: HASH, state: draft, text: Mesures juridiques }\n")]
    [InlineData("LEG:\n  title: { source: HASH, state: approved, text: Mesures juridiques }\n")]
    [InlineData("LEG:\n  title: { source: 000000000000, state: draft, text: Mesures juridiques }\n")]
    public void A_sound_translation_is_no_problem(string text)
    {
        _copy.Write(File, text.Replace("HASH", s_titleHash, StringComparison.Ordinal));

        Assert.Empty(_copy.Check());
    }

    [Theory]
    [InlineData("LEG:\n  title: { source: HASH, state: done, text: M }\n", "2: \"state\" must be one of draft, approved; it is \"done\".")]
    [InlineData("LEG:\n  title: { source: HASH, state: draft, text: \" \" }\n", "2: \"text\" is empty.")]
    [InlineData("LEG:\n  title: { source: HASH, state: draft }\n", "2: \"text\" is missing.")]
    [InlineData("LEG:\n  title: { source: abc, state: draft, text: M }\n", "2: \"source\" must be the hash of the English text, 12 hexadecimal digits; it is \"abc\".")]
    [InlineData("LEG:\n  title: { source: HASH, state: draft, text: M, by: x }\n", "2: The key \"by\" is not known here. Known keys: source, state, text.")]
    [InlineData("LEG:\n  title: Mesures\n", "2: \"LEG/title\" must hold source, state and text.")]
    [InlineData("LEG: Mesures\n", "1: LEG must hold fields such as title and text.")]
    [InlineData("LEG:\n  name: { source: HASH, state: draft, text: M }\n", "2: There is no English text \"LEG/name\" of which this is a translation.")]
    [InlineData("LEG-9:\n  title: { source: HASH, state: draft, text: M }\n", "2: There is no English text \"LEG-9/title\" of which this is a translation.")]
    [InlineData("TEC:\n  title: { source: HASH, state: draft, text: M }\n", "2: The text \"TEC/title\" belongs into technical.yaml.")]
    public void Each_mistake_in_a_translation_of_an_edition_is_said_with_its_line(string text, string expected)
    {
        _copy.Write(File, text.Replace("HASH", s_titleHash, StringComparison.Ordinal));

        Assert.Equal([$"{File}:{expected}"], _copy.Check());
    }

    [Theory]
    [InlineData("pages.saved", "Saved at {time}", "Enregistré", "has lost {time} of the English text")]
    [InlineData("pages.saved", "Saved at {time}", "Enregistré à {time} par {person}", "has {person}, which the English text does not have")]
    [InlineData("pages.files.one", "One file", "Un fichier de {country}", "has lost {count} of the English text")]
    [InlineData("pages.files.other", "{count} files of {country}", "{count} fichiers", "has lost {country} of the English text")]
    public void A_placeholder_that_was_lost_or_added_is_said(string key, string english, string french, string mistake)
    {
        _copy.Write(Interface, $"{key}: {{ source: \"{Translation.SourceHash(english)}\", state: draft, text: \"{french}\" }}\n");

        Assert.Equal([$"{Interface}:1: The translation of \"{key}\" {mistake}."], _copy.Check());
    }

    [Fact]
    public void The_number_may_be_left_out_of_a_form_that_stands_for_one_number_only()
    {
        var hash = Translation.SourceHash("{count} files of {country}");
        _copy.Write("questionnaires/interface/ar/pages.yaml", $"pages.files.two: {{ source: {hash}, state: draft, text: \"ملفان من {{country}}\" }}\n");

        Assert.Empty(_copy.Check());
    }

    [Fact]
    public void Placeholders_of_a_stale_translation_are_no_mistake_and_the_text_is_not_shown()
    {
        _copy.Write(Interface, "pages.saved: { source: 000000000000, state: draft, text: \"Enregistré le {date}\" }\n");

        Assert.Empty(_copy.Check());
        Assert.Equal(new("Saved at {time}", "en", TranslationState.Missing), _copy.Folder.Interface(new())["fr"].Phrase("pages.saved"));
    }

    [Theory]
    [InlineData("pages.files.few: { source: 000000000000, state: draft, text: x }", "1: There is no English text \"pages.files.few\" of which this is a translation.")]
    [InlineData("pages.lost: { source: 000000000000, state: draft, text: x }", "1: There is no English text \"pages.lost\" of which this is a translation.")]
    [InlineData("pages.saved: Enregistré", "1: \"pages.saved\" must hold source, state and text.")]
    [InlineData("site.language: { source: 000000000000, state: draft, text: Langue }", "1: The text \"site.language\" belongs into site.yaml.")]
    public void Each_mistake_in_a_translation_of_the_interface_is_said_with_its_line(string text, string expected)
    {
        _copy.Write(Interface, text + "\n");

        Assert.Equal([$"{Interface}:{expected}"], _copy.Check());
    }

    [Theory]
    [InlineData("pages.empty:\n", "1: \"pages.empty\" must be a text.")]
    [InlineData("pages.list: [a]\n", "1: \"pages.list\" must be a text.")]
    [InlineData("account.email: E-mail address\n", "1: The key \"account.email\" also stands in another file.")]
    [InlineData("pages.a.one: One\npages.a.other: Many\npages.a.few: Few\n", "1: The key \"pages.a.few\" is a plural form that English does not have; English has .one and .other.")]
    public void A_mistake_in_an_English_sentence_is_said(string text, string expected)
    {
        _copy.Write("questionnaires/interface/en/pages.yaml", text);

        Assert.Equal([$"questionnaires/interface/en/pages.yaml:{expected}"], _copy.Check());
    }

    [Theory]
    [InlineData("questionnaires/2024/de/legal.yaml", "questionnaires/2024/de:1: There is no language \"de\" here; translations lie in ar, es, fr, ru, zh.")]
    [InlineData("questionnaires/2024/en/legal.yaml", "questionnaires/2024/en:1: There is no language \"en\" here; translations lie in ar, es, fr, ru, zh.")]
    [InlineData("questionnaires/interface/de/site.yaml", "questionnaires/interface/de:1: There is no language \"de\" here; translations lie in ar, es, fr, ru, zh.")]
    [InlineData("questionnaires/2024/fr/legality.yaml", "questionnaires/2024/fr/legality.yaml:1: There is no English legality.yaml of which this is a translation.")]
    [InlineData("questionnaires/interface/fr/lost.yaml", "questionnaires/interface/fr/lost.yaml:1: There is no English lost.yaml of which this is a translation.")]
    public void A_folder_or_file_that_nobody_reads_is_said(string file, string expected)
    {
        _copy.Write(file, "a: 1\n");

        Assert.Equal([expected], _copy.Check());
    }
}
