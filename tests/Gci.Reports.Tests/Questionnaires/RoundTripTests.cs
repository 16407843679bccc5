using CsCheck;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires;

namespace Gci.Reports.Tests.Questionnaires;

public sealed class RoundTripTests
{
    [Fact]
    public void A_workbook_changes_nothing_as_it_went_and_exactly_what_is_changed_in_it() => Gen.Select(RandomAnswers.Of(Sample.Small), Gen.Int).Sample(
        (answers, seed) =>
        {
            foreach (var language in Languages.All)
            {
                var copy = Sample.Copy(Sample.Small, language, answers);
                var written = Sample.Written(copy);
                var rows = Unchanged(copy, written).Rows;
                var random = new Random(seed);
                ReturnedAnswer[] chosen = [.. rows.OrderBy(_ => random.Next()).Take(random.Next(1, 5))];
                ExactlyChanged(copy, written, chosen, random);
            }
        },
        iter: 200, seed: "2WqkI7LzArB1", threads: 2);

    [Fact]
    public void The_whole_questionnaire_goes_and_comes_in_every_language() => Assert.All(Languages.All, language =>
    {
        var random = new Random(language[0]);
        var copy = Sample.Copy(language, RandomAnswers.Of(Sample.Edition, random));
        var written = Sample.Written(copy);
        var rows = Unchanged(copy, written).Rows;
        Assert.Equal(Sample.Edition.Questionnaire!.Questions().Select(question => question.Code), rows.Select(row => row.Code));
        ExactlyChanged(copy, written, [.. rows.Where(_ => random.Next(4) == 0)], random);
    });

    internal static ReturnedWorkbook Unchanged(QuestionnaireCopy copy, byte[] written)
    {
        var (workbook, problems) = Sample.Read(written, copy.Edition);
        Assert.Empty(problems);
        Assert.Equal(("KEN", "response-7", copy.Wording.Language, false), (workbook!.Country, workbook.ResponseId, workbook.Language, workbook.IsOutdated));
        Assert.Equal("", string.Join('\n', workbook.Rows.Where(row => row.IsTouched || row.AreLinksTouched || row.IsConfirmed).Select(row => $"{row.Code} {Told(copy.AnswerTo(row.Code))}\n{row.Code} {Told(row.Answer)}")));
        Assert.All(WorkbookChanges.Of(copy, workbook.Rows).Answers, answer => Assert.Equal(ChangeKind.Unchanged, answer.Kind));
        return workbook;
    }

    internal static void ExactlyChanged(QuestionnaireCopy copy, byte[] written, ReturnedAnswer[] chosen, Random random)
    {
        var typed = chosen.Select(row => Edits.Any(copy.Edition, row, random)).ToArray();
        var (workbook, problems) = Sample.Read(Edits.Typed(written, typed), copy.Edition);
        Assert.Empty(problems);
        var changes = WorkbookChanges.Of(copy, workbook!.Rows);
        Assert.Equal(chosen.Select(row => row.Code).Order(StringComparer.Ordinal), changes.Changed.Select(change => change.Code).Order(StringComparer.Ordinal));
        Assert.Empty(changes.Conflicting);
        Assert.All(changes.Changed, change => Assert.NotEmpty(change.Parts));
    }

    private static string Told(CopiedAnswer answer) => $"{answer.Value}|{answer.IsNotApplicable}|{answer.Reason}|{answer.Comment}|{string.Join('|', answer.Links)}";
}
