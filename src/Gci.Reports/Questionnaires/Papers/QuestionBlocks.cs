using System.Collections.Immutable;
using System.Diagnostics;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;

namespace Gci.Reports.Questionnaires.Papers;

/// <summary>A question on paper, with the places to answer it and what is answered already.</summary>
internal sealed class QuestionBlocks(QuestionnaireCopy copy)
{
    private const int EmptyRows = 4;
    private readonly ConditionWording _conditions = new(copy.Edition.Questionnaire!, copy.Wording, copy.Texts);

    internal string? Condition(Item item) => _conditions.Of(item);

    internal FormEntry Of(Question question, int level)
    {
        var (wording, answer) = (copy.Wording, copy.AnswerTo(question.Code));
        Phrase[] phrases = [wording.Title(question), wording.Text(question), wording.Help(question)];
        return new(
            level, question.Code, phrases[0].OnPaper(), copy.MarkOf(phrases), Condition(question), phrases[1].OnPaper(), phrases[2].OnPaper(),
            answer.NeedsConfirmation ? $"{copy.Wanted(question)} · {copy.Say("answer.unconfirmed")}" : copy.Wanted(question),
            [
                .. answer.NeedsConfirmation ? [new Field(copy.Texts["answer.unconfirmed"], copy.InWords(question, answer), 0)] : Array.Empty<FormPart>(),
                Answer(question, answer.Value),
                new Boxes(false, [(answer.IsNotApplicable, new(copy.Say("document.not-applicable-box")))], HasLine: answer.Reason is null),
                .. answer.Reason is null ? Array.Empty<FormPart>() : [new Field(null, copy.Typed(answer.Reason), 0)],
                new Field(copy.Say("document.comment"), copy.Typed(answer.Comment), 2),
                .. question.Evidence is { } policy ? [Evidence(question, policy)] : Array.Empty<FormPart>(),
            ]);
    }

    private FormPart Answer(Question question, string? value)
    {
        var parsed = CanonicalAnswer.Parsed(value, question, copy.Edition);
        return question.Type switch
        {
            ChoiceType choice => Options(question, choice, (parsed as OptionAnswer)?.Option is { } option ? [option] : [], isOne: true),
            TicksType ticks => Options(question, ticks, (parsed as TickAnswer)?.Options ?? [], isOne: false),
            TableType table => Table(question, table, (parsed as TableAnswer)?.Rows ?? []),
            TextType => new Field(copy.Say("document.your-answer"), copy.Typed(value), 6),
            NumberType or DateType => new Field(copy.Say("document.your-answer"), parsed is null ? value : copy.InWords(question, copy.AnswerTo(question.Code)), 1),
            _ => throw new UnreachableException(),
        };
    }

    private Boxes Options(Question question, OptionsType type, ImmutableSortedSet<string> marked, bool isOne) =>
        new(isOne, [.. type.Options.Select(option => (marked.Contains(option.Code), copy.Wording.Option(question, option).OnPaper()))]);

    private Ruled Table(Question question, TableType type, ImmutableArray<ImmutableArray<string>> rows) => new(
        copy.Say("document.your-answer"),
        copy.Say("document.table-more", ("count", type.MaximumRows)),
        [.. type.Columns.Select(column => copy.Wording.Column(question, column).OnPaper())],
        [.. type.Columns.Select(column => column.Type == ColumnType.Text ? 2.0 : 1.2)],
        [.. rows.Select(row => row.Zip(type.Columns, (cell, column) => AnswerWording.Cell(cell, column.Type, copy.Wording.Language, copy.Edition)).ToImmutableArray())],
        Math.Min(EmptyRows, type.MaximumRows - rows.Length));

    private Ruled Evidence(Question question, EvidencePolicy policy)
    {
        var present = copy.Evidence.GetValueOrDefault(question.Code, []);
        return new(
            copy.Evidence(question)!,
            null,
            [new(copy.Say("document.evidence-title")), new(copy.Say("document.evidence-where")), new(copy.Say("document.evidence-kind"))],
            [2.4, 2.6, 1.5],
            [.. present.Select(proof => ImmutableArray.Create(copy.Typed(string.Join(", ", new[] { proof.Title, proof.Place }.OfType<string>()))!, proof.Where, copy.KindOf(proof.Kind)))],
            Math.Clamp(policy.Maximum - present.Length, 0, Math.Max(1, policy.Minimum - present.Length)));
    }
}
