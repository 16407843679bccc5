using System.Collections.Immutable;
using CsCheck;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires;

namespace Gci.Reports.Tests.Questionnaires;

public sealed class RoundTripTests
{
    [Fact]
    public void A_workbook_that_comes_back_as_it_went_changes_nothing() =>
        RandomAnswers.Of(Sample.Small).Sample(
            answers =>
            {
                foreach (var language in Languages.All)
                {
                    Unchanged(Sample.Copy(Sample.Small, language, answers));
                }
            },
            iter: 200, threads: 2);

    private static string Told(CopiedAnswer answer) => $"{answer.Value}|{answer.IsNotApplicable}|{answer.Reason}|{answer.Comment}|{string.Join('|', answer.Links)}";

    private static void Unchanged(QuestionnaireCopy copy)
    {
        var (workbook, problems) = Sample.Read(Sample.Written(copy), copy.Edition);
        Assert.Empty(problems);
        Assert.Equal("", string.Join('\n', workbook!.Rows.Where(row => row.IsTouched || row.IsConfirmed).Select(row => Told(copy.AnswerTo(row.Code)) + "\n" + Told(row.Answer))));
        Assert.DoesNotContain(WorkbookChanges.Of(copy, workbook).Answers, answer => answer.Kind != ChangeKind.Unchanged);
    }
}
