using Gci.Editions.Drafting;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Editions.Tests.Drafting;

/// <summary>Other words change a question's lines, and the migration map where respondents read something else.</summary>
public sealed class RewordingTests
{
    private const string Legal = "questionnaires/2028/legal.yaml";
    private const string Map = "questionnaires/2028/migration.yaml";

    private static readonly DraftEdition s_draft = DerivingTests.Derived("2026");

    [Fact]
    public void A_reworded_question_changes_its_lines_and_gets_a_line_in_the_map()
    {
        var draft = Step(Words("LEG-1.1.1") with { Title = "Entering a system", Help = "One sentence only." }, "Clearer.");

        Assert.Equal(
            ["-             title: Illegal access", "+             title: Entering a system",
            "-               An act on cybercrime counts, and so does an article of the criminal code whose wording, or whose use by",
            "-               the courts, covers computers. Laws on trespass to land or on trade secrets do not count unless a court",
            "-               has applied them to entry into a computer.", "+               One sentence only."],
            Lines.Changed(s_draft.Files[Legal], draft.Files[Legal]));
        Assert.Equal(
            s_draft.Files[Map] + "changes:\n  - kind: reworded\n    from: LEG-1.1.1\n    to: LEG-1.1.1\n    carry: value\n    confirm: required\n    reason: Clearer.\n",
            draft.Files[Map]);
        Assert.Equal(2, draft.Files.Count(file => s_draft.Files[file.Key] != file.Value));
        Assert.Equal("Entering a system", Asked(draft).Title);
    }

    [Fact]
    public void A_question_that_is_reworded_again_has_one_line_with_the_last_reason_and_none_when_its_words_are_back()
    {
        var words = Words("LEG-1.1.1");
        var twice = Step(Step(words with { Title = "A" }, "First.").Reword, words with { Title = "B" }, "Second: \"again\" and at so much length that the line of the map has to be folded, because it is wider than a hundred and twenty.");

        Assert.Equal("Second: \"again\" and at so much length that the line of the map has to be folded, because it is wider than a hundred and twenty.",
            DerivingTests.Loaded(twice).Migration!.To("LEG-1.1.1")!.Reason);
        Assert.Equal(s_draft.Files, Step(twice.Reword, words, "").Files);
    }

    [Fact]
    public void A_guide_is_for_reviewers_and_needs_neither_a_reason_nor_a_line()
    {
        var draft = Step(Words("LEG-1.1.1") with { Guide = "Look at the article." }, "");

        Assert.Equal(s_draft.Files[Map], draft.Files[Map]);
        Assert.Equal("Look at the article.", Asked(draft).Guide);
    }

    [Fact]
    public void Groups_and_pillars_have_words_too()
    {
        var problems = new Problems();
        var draft = s_draft.Reword("LEG-1", new("Crimes", "About crimes."), "", problems)!.Reword("LEG", new("Law", "About law."), "", problems)!;
        var edition = DerivingTests.Loaded(draft);

        Assert.Equal(("Crimes", "About crimes."), (edition.Questionnaire!.Items().First().Title, edition.Questionnaire.Items().First().Text));
        Assert.Equal(("Law", "About law."), (edition.Pillars[0].Title, edition.Questionnaire.Sections[0].Introduction));
        Assert.Equal(s_draft.Files[Map], draft.Files[Map]);
    }

    [Theory]
    [InlineData("LEG-9.9", "A", "B", "questionnaires/2028/legal.yaml:1: \"LEG-9.9\" is not asked in 2028.")]
    [InlineData("XYZ-1", "A", "B", "questionnaires/2028:1: \"XYZ-1\" is not asked in 2028.")]
    [InlineData("LEG-1.1.1", " ", "B", "questionnaires/2028/legal.yaml:1: The title of LEG-1.1.1 is empty.")]
    [InlineData("LEG-1.1.1", "A\u0001", "B", "questionnaires/2028/legal.yaml:1: The title of LEG-1.1.1 holds a control character or one that is no character; take it away.")]
    [InlineData("LEG-1.1.1", "A", " ", "questionnaires/2028/migration.yaml:1: Say why: the map of what became of earlier questions keeps the reason.")]
    public void What_cannot_be_reworded_is_refused_with_the_reason(string code, string title, string reason, string sentence)
    {
        var problems = new Problems();

        Assert.Null(s_draft.Reword(code, Words("LEG-1.1.1") with { Title = title }, reason, problems));
        Assert.Equal([sentence], problems.InOrder().Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_translation_is_recorded_with_the_English_that_it_was_made_from_and_is_stale_when_that_changes()
    {
        var problems = new Problems();
        var draft = s_draft.Translate("fr", "LEG-1.1.1", "title", "Accès", TranslationState.Approved, problems)!;
        draft = draft.Translate("fr", "LEG-1", "title", "Droit", TranslationState.Draft, problems)!;
        draft = draft.Translate("fr", "LEG-1.1.1", "text", string.Join(' ', Enumerable.Repeat("Punit-on l’accès ?", 12)), TranslationState.Draft, problems)!;

        Assert.Empty(problems.InOrder());
        Gci.Testing.Golden.Matches(draft.Files["questionnaires/2028/fr/legal.yaml"], "translated.yaml");
        Assert.Equal(new("Accès", Translation.SourceHash("Illegal access"), TranslationState.Approved), DerivingTests.Loaded(draft).Translations["fr"].Texts["LEG-1.1.1/title"]);

        var reworded = draft.Reword("LEG-1.1.1", Words("LEG-1.1.1") with { Title = "Entering" }, "Clearer.", problems)!;
        Assert.Equal(TranslationState.Stale, DerivingTests.Loaded(reworded).Translations["fr"].Texts["LEG-1.1.1/title"].State);

        var back = draft.Translate("fr", "LEG-1.1.1", "text", "", TranslationState.Draft, problems)!.Translate("fr", "LEG-1.1.1", "title", "", TranslationState.Draft, problems)!;
        Assert.Equal(s_draft.Files, back.Translate("fr", "LEG-1", "title", " ", TranslationState.Draft, problems)!.Files);
    }

    [Fact]
    public void Words_that_belong_to_no_question_are_translated_in_their_own_files()
    {
        var problems = new Problems();
        var draft = s_draft.Translate("ru", "kind", "law", "Закон", TranslationState.Draft, problems)!.Translate("ru", "tier", "T1/name", "Образец", TranslationState.Draft, problems)!;

        Assert.Equal(["questionnaires/2028/ru/common.yaml", "questionnaires/2028/ru/evidence-kinds.yaml"], draft.Files.Keys.Except(s_draft.Files.Keys));
        Assert.Equal("Закон", DerivingTests.Loaded(draft).Translations["ru"].Texts["kind/law"].Text);
        Assert.Null(draft.Translate("ru", "LEG-1.1.1", "guide", "Т", TranslationState.Draft, problems));
        Assert.Equal(["questionnaires/2028/ru:1: There is no text \"LEG-1.1.1/guide\" to translate."], problems.InOrder().Select(problem => problem.ToString()));
    }

    private static QuestionWords Words(string code)
    {
        var question = Shipped.Edition2026.Questionnaire!.Questions().First(question => question.Code == code);
        return new(question.Title, question.Text, question.Help, question.Guide);
    }

    private static Question Asked(DraftEdition draft) => DerivingTests.Loaded(draft).Questionnaire!.Questions().First(question => question.Code == "LEG-1.1.1");

    private static DraftEdition Step(QuestionWords words, string reason) => Step(s_draft.Reword, words, reason);

    private static DraftEdition Step(Func<string, QuestionWords, string, Problems, DraftEdition?> reword, QuestionWords words, string reason)
    {
        var problems = new Problems();
        var draft = reword("LEG-1.1.1", words, reason, problems);
        Assert.Empty(problems.InOrder());
        return draft!;
    }
}
