using System.Collections.Immutable;
using Gci.Reports.Questionnaires;
using Gci.Reports.Tests.Reading;

namespace Gci.Reports.Tests.Questionnaires;

public sealed class ChangesTests
{
    private const string Code = "LEG-1.1.1";
    private static readonly CopiedLink s_act = new("https://example.org/act", "The act", "law");
    private static readonly CopiedLink s_other = new("https://example.org/other", "Another", "law");

    [Fact]
    public void A_link_that_was_added_here_meanwhile_is_not_taken_away_by_a_workbook_that_changed_the_answer()
    {
        var (workbook, row) = Out(new(1, "yes", false, null, null, false, [s_act]));

        var change = Back(new(1, "yes", false, null, null, false, [s_act, s_other]), workbook, (row.Places!.Comment, "Typed"));

        Assert.Equal((ChangeKind.Changed, true, false), (change.Kind, change.Proposed.IsTouched, change.Proposed.AreLinksTouched));
        Assert.Equal(["Comment"], change.Parts.Select(part => part.Name));
    }

    [Fact]
    public void Links_that_were_changed_on_both_sides_are_a_conflict_though_the_answer_is_not()
    {
        var (workbook, row) = Out(new(1, "yes", false, null, null, false, [s_act]));

        var change = Back(new(1, "yes", false, null, null, false, [s_act, s_other]), workbook, (row.Places!.Links[0], "https://example.org/new"));

        Assert.Equal((ChangeKind.Conflicting, false, true), (change.Kind, change.Proposed.IsTouched, change.Proposed.AreLinksTouched));
    }

    [Fact]
    public void Of_links_only_those_that_come_and_go_are_told()
    {
        var answer = new CopiedAnswer(1, "yes", false, null, null, false, [s_act, s_other]);
        var (workbook, row) = Out(answer);

        var part = Assert.Single(Back(answer, workbook, (row.Places!.Links[1], "https://example.org/new")).Parts);

        Assert.Contains("https://example.org/other", part.Old, StringComparison.Ordinal);
        Assert.Contains("https://example.org/new", part.New, StringComparison.Ordinal);
        Assert.DoesNotContain("https://example.org/act", part.Old + part.New, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_links_in_another_order_are_no_change()
    {
        var (workbook, _) = Out(new(1, "yes", false, null, null, false, [s_act, s_other]));

        Assert.Equal(ChangeKind.Unchanged, Back(new(1, "yes", false, null, null, false, [s_other, s_act]), workbook).Kind);
    }

    [Fact]
    public void A_mark_confirms_an_answer_of_the_previous_edition_and_changes_nothing_else()
    {
        var answer = new CopiedAnswer(1, "yes", false, null, null, true, []);
        var (workbook, row) = Out(answer);

        var change = Back(answer, workbook, (Edits.Below(row.Places!.Value, 2), "x"));

        Assert.Equal((ChangeKind.Changed, false, true), (change.Kind, change.Proposed.IsTouched, change.Proposed.IsConfirmed));
        Assert.Equal("Confirmation", Assert.Single(change.Parts).Name);
    }

    [Fact]
    public void From_another_response_links_are_added_and_none_is_taken_away()
    {
        var question = Sample.Edition.Questionnaire!.Questions().First(one => one.Code == Code);
        var now = new CopiedAnswer(3, "no", false, null, null, false, [s_act]);

        var brought = WorkbookChanges.Brought(question, Sample.Edition, now, new(9, "yes", false, null, null, false, [s_other]));
        var change = Assert.Single(WorkbookChanges.Of(Copy(now), [brought]).Answers);

        Assert.Equal((ChangeKind.Changed, "yes", 3), (change.Kind, change.Proposed.Answer.Value, change.Proposed.BaseRevision));
        Assert.Equal([s_act, s_other], change.Proposed.Answer.Links);
    }

    [Fact]
    public void What_is_wrong_is_said_in_the_readers_language_by_sheet_and_cell_and_the_other_questions_are_read()
    {
        var copy = Sample.Copy("en");
        var written = Sample.Written(copy);
        var places = Sample.Read(written, copy.Edition).Workbook!.Rows.ToDictionary(row => row.Code, row => row.Places!);

        var (workbook, problems) = Sample.Read(
            Edits.Typed(written, (places[Code].Value, "perhaps"), (places["LEG-1.1.2"].Value, "yes"), (Edits.Below(places["LEG-1.1.3"].Reason, -1), "maybe")), copy.Edition);

        Assert.Equal(
            [$"q.xlsx:{places[Code].Value}: LEG-1.1.1 has no option \"perhaps\". Choose one of \"Yes\", \"Partial: a draft in an advanced stage\", \"No\".",
             $"q.xlsx:{Edits.Below(places["LEG-1.1.3"].Reason, -1)}: The cell holds \"maybe\". Mark it with x, or leave it empty."],
            problems.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(workbook!.Rows, row => row.Code is Code or "LEG-1.1.3");
        Assert.True(workbook.Rows.Single(row => row.Code == "LEG-1.1.2").IsTouched);
    }

    [Fact]
    public void Merged_cells_leave_out_the_questions_that_they_reach()
    {
        var copy = Sample.Copy("en");
        var written = Sample.Written(copy);
        var rows = Sample.Read(written, copy.Edition).Workbook!.Rows.ToDictionary(row => row.Code, row => row.Places!);
        var (from, to) = (rows[Code].Value.Split('!'), rows["LEG-1.1.2"].Value.Split('!')[1]);

        var (workbook, problems) = Sample.Read(
            Workbooks.With(written, Edits.PartOf(written, from[0]), xml => xml.Replace("</x:sheetData>", $"</x:sheetData><x:mergeCells><x:mergeCell ref=\"{from[1]}:{to}\"/></x:mergeCells>", StringComparison.Ordinal)
                .Replace("</sheetData>", $"</sheetData><mergeCells><mergeCell ref=\"{from[1]}:{to}\"/></mergeCells>", StringComparison.Ordinal)), copy.Edition);

        Assert.Contains("are merged", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Equal(["LEG-1.1.1", "LEG-1.1.2"], rows.Keys.Except(workbook!.Rows.Select(row => row.Code)).Order(StringComparer.Ordinal));
    }

    private static QuestionnaireCopy Copy(CopiedAnswer answer) =>
        Sample.Copy("en", ImmutableSortedDictionary.Create<string, CopiedAnswer>(StringComparer.Ordinal).Add(Code, answer));

    private static (byte[] Workbook, ReturnedAnswer Row) Out(CopiedAnswer answer)
    {
        var written = Sample.Written(Copy(answer));
        return (written, Sample.Read(written, Sample.Edition).Workbook!.Rows.Single(row => row.Code == Code));
    }

    private static AnswerChange Back(CopiedAnswer now, byte[] workbook, params (string Place, string? Text)[] typed)
    {
        var (read, problems) = Sample.Read(Edits.Typed(workbook, typed), Sample.Edition);
        Assert.Empty(problems);
        return WorkbookChanges.Of(Copy(now), read!.Rows).Answers.Single(change => change.Code == Code);
    }
}
