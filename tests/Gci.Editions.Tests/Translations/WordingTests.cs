using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Editions.Tests.Translations;

/// <summary>What an edition says in another language, text by text.</summary>
public sealed class WordingTests : IDisposable
{
    private const string File = "questionnaires/2024/fr/legal.yaml";

    private readonly EditionsCopy _copy = new("2026");

    public void Dispose() => _copy.Dispose();

    private Edition Load(string id)
    {
        var problems = new Problems();
        var edition = _copy.Folder.Load(id, problems);
        Assert.Empty(problems.InOrder());
        return edition!;
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void Every_text_that_is_shown_can_be_translated_under_its_own_key(string id)
    {
        var edition = Shipped.Asking(id);
        var texts = EditionTexts.Of(edition).ToArray();
        Assert.Equal(texts.Length, texts.Select(text => text.Key).Distinct().Count());
        var french = new Translation("fr", System.Collections.Immutable.ImmutableDictionary.CreateRange(
            texts.Select(text => KeyValuePair.Create(text.Key, new TranslatedText($"fr {text.Key}", Translation.SourceHash(text.English), TranslationState.Draft)))));

        var said = Everything(edition, new Wording(edition, french)).ToArray();

        Assert.All(said, phrase => Assert.Equal(("fr", TranslationState.Draft), (phrase.Language, phrase.State)));
        Assert.Equal(texts.Select(text => $"fr {text.Key}").Order(StringComparer.Ordinal), said.Select(phrase => phrase.Text).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(texts.Select(text => text.English).Distinct().Order(StringComparer.Ordinal), Everything(edition, edition.In("en")).Select(phrase => phrase.Text).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_translation_is_missing_stale_draft_or_approved()
    {
        var question = Assert.IsType<Question>(Load("2024").Questionnaire!.Items().First(item => item.Code == "LEG-1.1.1"));
        _copy.Write(File, $"""
            LEG-1.1.1:
              title: {Entry(question.Title, "draft", "Accès illégal")}
              text: {Entry(question.Text, "approved", "Le droit national…")}
              help: {Entry("Something else.", "approved", "Une loi…")}
            """);
        var wording = Load("2024").In("fr");

        Assert.Equal(new("Accès illégal", "fr", TranslationState.Draft), wording.Title(question));
        Assert.Equal(new("Le droit national…", "fr", TranslationState.Approved), wording.Text(question));
        Assert.Equal(new("Une loi…", "fr", TranslationState.Stale), wording.Help(question));
        var missing = wording.Pillar("LEG");
        Assert.Equal(new("Legal measures", "en", TranslationState.Missing), missing);
        Assert.True(missing.IsFallback);
        Assert.Equal(new("Legal measures", "en", TranslationState.Approved), Load("2024").In("en").Pillar("LEG"));
        Assert.Equal(TranslationState.Missing, Load("2024").In("es").Title(question).State);
    }

    [Fact]
    public void White_space_of_the_source_changes_nothing() =>
        Assert.Equal(Translation.SourceHash("One two three"), Translation.SourceHash(" One  two\n   three\n"));

    [Fact]
    public void A_text_that_is_unchanged_keeps_the_translation_of_the_edition_before()
    {
        var before = Load("2024").Questionnaire!.Questions().ToDictionary(question => question.Code);
        _copy.Write(File, $"""
            LEG-1.1.1:
              title: {Entry(before["LEG-1.1.1"].Title, "approved", "Accès illégal")}
              text: {Entry("An older wording.", "approved", "Un texte périmé")}
            LEG-1.1.2:
              title: {Entry(before["LEG-1.1.2"].Title, "draft", "Atteinte aux données et aux systèmes")}
            LEG-1.4:
              title: {Entry(before["LEG-1.4"].Title, "draft", "Menaces")}
              help: {Entry(before["LEG-1.4"].Help, "draft", "Les infractions générales…")}
            """);
        var edition = Load("2026");
        var after = edition.Questionnaire!.Questions().ToDictionary(question => question.Code);
        var wording = edition.In("fr");

        Assert.Equal(new("Accès illégal", "fr", TranslationState.Approved), wording.Title(after["LEG-1.1.1"]));
        Assert.Equal(TranslationState.Missing, wording.Text(after["LEG-1.1.1"]).State);
        Assert.Equal(TranslationState.Missing, wording.Title(after["LEG-1.1.5"]).State);
        Assert.Equal(new("Menaces", "fr", TranslationState.Draft), wording.Title(after["LEG-1.4"]));
        Assert.Equal(TranslationState.Missing, wording.Help(after["LEG-1.4"]).State);
    }

    [Fact]
    public void A_question_with_a_new_code_keeps_the_translations_of_its_old_one()
    {
        _copy.Replace("questionnaires/2026/legal.yaml", "title: Interference with data\n", "title: Interference with data and systems\n");
        _copy.Write(File, $"LEG-1.1.2:\n  title: {Entry("Interference with data and systems", "draft", "Atteinte")}\n");
        var edition = Load("2026");

        Assert.Equal(new("Atteinte", "fr", TranslationState.Draft), edition.In("fr").Title(edition.Questionnaire!.Items().First(item => item.Code == "LEG-1.1.5")));
    }

    [Fact]
    public void An_own_translation_stands_before_an_inherited_one_unless_only_the_inherited_one_is_of_the_present_text()
    {
        _copy.Write(File, $"LEG:\n  title: {Entry("Legal measures", "approved", "Mesures juridiques")}\n");
        _copy.Write("questionnaires/2026/fr/legal.yaml", $"LEG:\n  title: {Entry("Legal measures", "draft", "Cadre juridique")}\n");
        Assert.Equal(new("Cadre juridique", "fr", TranslationState.Draft), Load("2026").In("fr").Pillar("LEG"));

        _copy.Write("questionnaires/2026/fr/legal.yaml", $"LEG:\n  title: {Entry("Laws", "draft", "Lois")}\n");
        Assert.Equal(new("Mesures juridiques", "fr", TranslationState.Approved), Load("2026").In("fr").Pillar("LEG"));
    }

    [Fact]
    public void Translations_change_no_hash_of_an_edition()
    {
        var before = Load("2024").Hash;
        _copy.Write(File, $"LEG:\n  title: {Entry("Legal measures", "draft", "Mesures juridiques")}\n");

        Assert.Equal(before, Load("2024").Hash);
    }

    private static string Entry(string english, string state, string text) => $"{{ source: \"{Translation.SourceHash(english)}\", state: {state}, text: \"{text}\" }}";

    private static IEnumerable<Phrase> Everything(Edition edition, Wording wording)
    {
        var questionnaire = edition.Questionnaire!;
        return
        [
            .. edition.Pillars.Select(pillar => wording.Pillar(pillar.Code)),
            .. questionnaire.Sections.Select(wording.Introduction),
            .. questionnaire.Items().SelectMany(item => new[] { wording.Title(item), wording.Text(item) }),
            .. questionnaire.Questions().SelectMany(question => Type(question, wording).Append(wording.Help(question))),
            .. questionnaire.EvidenceKinds.Select(wording.EvidenceKind),
            .. edition.Tiers.BestFirst.SelectMany(tier => new[] { wording.Tier(tier.Tier), wording.TierDescription(tier) }),
            .. edition.Levels.SelectMany(level => new[] { wording.Level(level), wording.Levels(level) }),
        ];
    }

    private static IEnumerable<Phrase> Type(Question question, Wording wording) => question.Type switch
    {
        OptionsType type => type.Options.Select(option => wording.Option(question, option)),
        NumberType type => [wording.Unit(question, type)],
        TableType type => type.Columns.Select(column => wording.Column(question, column)),
        _ => [],
    };
}
