using CsCheck;
using Gci.Editions.Drafting;
using Gci.Editions.Translations;

namespace Gci.Editions.Tests.Drafting;

/// <summary>A step on a draft that somebody wrote wrongly is taken or refused with a reason; nothing throws.</summary>
public sealed class DamagedDraftTests
{
    private static readonly DraftEdition s_draft =
        DerivingTests.Derived("2026").Translate("fr", "LEG-1.1.1", "title", "Un", TranslationState.Draft, new())!.Reword("LEG-1.1.1", new("A", "B", "C", "D"), "Why.", new())!;

    private static readonly Gen<string> s_scrap = Gen.OneOf(
        "", " ", "\t", ":", "- ", "{", "}", "[]", "{}", "\"", "#", "&a ", "\n", "\r\n", "items: []\n", "changes: {}\n", "questions: {}\n", "added: x\n", "? ", "|", ">", "---\n", "0", "- code: LEG-1.1.1\n", "~");

    [Fact]
    public void Lines_that_are_lost_or_moved_and_scraps_that_are_put_in_never_throw() =>
        Gen.Select(Gen.OneOf(s_draft.Files.Keys.ToArray()), Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 4], s_scrap).Array[1, 3], RandomStep.Any).Sample(
            (file, damages, step) =>
            {
                var draft = s_draft.With(file, string.Join('\n', damages.Aggregate(s_draft.Files[file].Split('\n').ToList(), Damaged)));
                var (problems, translated) = (new Problems(), new Problems());

                Assert.Equal(step.Take(draft, Shipped.Edition2026, problems) is null, problems.Any);
                Assert.Equal(draft.Translate("fr", "LEG-1.1.1", "help", step.Words, TranslationState.Draft, translated) is null, translated.Any);
                draft.Load(problems);
            },
            iter: 100, threads: 1);

    [Theory]
    [InlineData("questionnaires/2028/migration.yaml", "derived-from: \"2026\"\nothers: same\nchanges: []\nadded: []\n")]
    [InlineData("questionnaires/2028/migration.yaml", "derived-from: \"2026\"\nadded: [ ]\nothers: same # end")]
    [InlineData("methodology/2028/credits.yaml", null)]
    [InlineData("questionnaires/2028/migration.yaml", null)]
    public void What_is_empty_or_not_there_is_filled_or_left(string file, string? text)
    {
        var problems = new Problems();
        var draft = DerivingTests.Derived("2026").With(file, text);
        var question = NewQuestion.Like(Shipped.Edition2026.Questionnaire!.Questions().First(question => question.Code == "TEC-1.3.3"), "new", new("A", "B", "C", "D"));

        var next = draft.Add("LEG-2", question, problems)?.Remove("LEG-1.4", "Why.", problems);

        Assert.Empty(problems.InOrder());
        Assert.Equal(file == "methodology/2028/credits.yaml", next!.Load(problems) is null);
    }

    private static List<string> Damaged(List<string> lines, (int At, int Lost, string Scrap) damage)
    {
        var at = damage.At % lines.Count;
        if (damage.Lost == 0)
        {
            lines[at] += damage.Scrap;
        }
        else
        {
            lines.RemoveRange(at, Math.Min(lines.Count - at - 1, damage.Lost));
            lines.Insert(Math.Min(at, lines.Count), damage.Scrap);
        }

        return lines;
    }
}
