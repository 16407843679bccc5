using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>Writes a question as the files do: the same keys in the same order.</summary>
internal static class QuestionBlock
{
    internal static void Write(YamlBlock block, DraftChange change, string code, NewQuestion question)
    {
        block.Inline("code", code).Inline("variable", YamlScalars.Word(question.Variable));
        if (question.Relevant is { Length: > 0 } relevant)
        {
            block.Text("relevant", change.Clean(code, "relevant", relevant));
        }

        if (!question.IsScored)
        {
            block.Inline("scored", "false");
        }

        block.Text("title", change.Clean(code, "title", question.Words.Title))
            .Text("text", change.Clean(code, "text", question.Words.Text), isLong: true)
            .Text("help", change.Clean(code, "help", question.Words.Help), isLong: true)
            .Inline("type", question.Type.Name);
        WriteType(block, change, code, question.Type);
        if (question.Evidence is { } evidence)
        {
            block.Map("evidence", Evidence(evidence));
        }
        else
        {
            block.Inline("evidence", "none");
        }

        block.Inline("class", SectionReader.WordOf(question.Class)).Text("guide", change.Clean(code, "guide", question.Words.Guide), isLong: true);
    }

    /// <summary>The keys of an evidence policy and their values.</summary>
    internal static ImmutableArray<(string Key, string Value)> Evidence(EvidencePolicy policy) =>
    [
        ("when", policy.When.IsEmpty ? "answered" : Words(policy.When)),
        ("min", Number(policy.Minimum)),
        ("max", Number(policy.Maximum)),
        ("accept", Words(policy.Accept.Select(SectionReader.WordOf))),
        ("kinds", Words(policy.Kinds)),
    ];

    internal static Action<YamlBlock> Option(DraftChange change, string code, Option option) => block =>
    {
        block.Inline("code", YamlScalars.Word(option.Code)).Text("label", change.Clean(code, "label of an option", option.Label));
        if (option.IsExclusive)
        {
            block.Inline("exclusive", "true");
        }
    };

    private static void WriteType(YamlBlock block, DraftChange change, string code, AnswerType type)
    {
        switch (type)
        {
            case OptionsType options and not ChoiceType { IsYesPartialNo: true }:
                block.Items("options", options.Options.Select(option => Option(change, code, option)));
                break;
            case NumberType number:
                block.Text("unit", change.Clean(code, "unit", number.Unit)).Inline("min", Number(number.Minimum)).Inline("max", Number(number.Maximum)).Inline("decimals", Number(number.Decimals));
                break;
            case TextType text:
                block.Inline("max-length", Number(text.MaximumLength));
                break;
            case TableType table:
                block.Items("columns", table.Columns.Select(column => Column(change, code, column))).Inline("max-rows", Number(table.MaximumRows));
                break;
            default:
                break;
        }
    }

    private static Action<YamlBlock> Column(DraftChange change, string code, TableColumn column) => block => block
        .Inline("code", YamlScalars.Word(column.Code)).Text("title", change.Clean(code, "title of a column", column.Title)).Inline("type", AnswerTypeReader.WordOf(column.Type));

    private static string Words(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(YamlScalars.Word))}]";

    private static string Number(double number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
