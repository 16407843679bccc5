using System.Collections.Immutable;
using Gci.Editions.Drafting;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Drafting;

/// <summary>The fields of a question on a page.</summary>
public sealed class QuestionForm
{
    // Empty lines for further options; whoever needs more saves and gets as many again.
    private const int Spare = 3;

    public string? Variable { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? Help { get; set; }

    public string? Guide { get; set; }

    public string? Type { get; set; }

    public bool Scored { get; set; }

    /// <summary>What a number counts.</summary>
    public string? Unit { get; set; }

    public double? Lowest { get; set; }

    public double? Highest { get; set; }

    public int? Decimals { get; set; }

    /// <summary>How many characters a text may have.</summary>
    public int? Longest { get; set; }

    public List<OptionLine> Options { get; set; } = [];

    public bool HasEvidence { get; set; }

    /// <summary>The options that need evidence, with spaces or commas between; empty where every answer does.</summary>
    public string? When { get; set; }

    public int? Minimum { get; set; }

    public int? Maximum { get; set; }

    public bool Links { get; set; }

    public bool Files { get; set; }

    public List<string> Kinds { get; set; } = [];

    public Confidentiality Class { get; set; }

    public string? Relevant { get; set; }

    public string? Reason { get; set; }

    /// <summary>The question as it was when the form was made.</summary>
    public string? Seen { get; set; }

    public static QuestionForm New() => new() { Type = "yes-partial-no", Scored = true, HasEvidence = true, When = "yes, partial", Minimum = 1, Maximum = 5, Links = true, Files = true };

    public static QuestionForm Of(Question question, string seen)
    {
        ArgumentNullException.ThrowIfNull(question);
        var policy = question.Evidence;
        return new()
        {
            Variable = question.Variable,
            Title = question.Title,
            Text = question.Text,
            Help = question.Help,
            Guide = question.Guide,
            Type = question.Type.Name,
            Scored = question.IsScored,
            Options = question.Type is OptionsType { Options: var options } && question.Type is not ChoiceType { IsYesPartialNo: true }
                ? [.. options.Select(option => new OptionLine { Code = option.Code, Label = option.Label, Alone = option.IsExclusive })] : [],
            HasEvidence = policy is not null,
            When = policy is null ? null : string.Join(", ", policy.When),
            Minimum = policy?.Minimum ?? 1,
            Maximum = policy?.Maximum ?? 5,
            Links = policy?.Accept.Contains(EvidenceForm.Link) ?? true,
            Files = policy?.Accept.Contains(EvidenceForm.File) ?? true,
            Kinds = [.. policy?.Kinds ?? []],
            Class = question.Class,
            Relevant = question.Relevant?.ToText(),
            Seen = seen,
        };
    }

    /// <summary>The lines for options on the page, with room for more.</summary>
    public IEnumerable<OptionLine> Lines => Options.Concat(Enumerable.Repeat(new OptionLine(), Spare));

    /// <summary>What was typed.</summary>
    public QuestionDraft Draft() => new(
        Written(Title), Written(Text), Written(Help), Written(Guide),
        [.. Options.Where(line => !string.IsNullOrWhiteSpace(line.Code) || !string.IsNullOrWhiteSpace(line.Label)).Select(line => new Option(Written(line.Code), Written(line.Label), line.Alone))],
        HasEvidence ? Policy() : null, Class, Written(Relevant) is { Length: > 0 } relevant ? relevant : null, Written(Reason) is { Length: > 0 } reason ? reason : null);

    /// <summary>The new question that was typed.</summary>
    public NewQuestion NewQuestion() => Draft() is var draft ? new(Written(Variable), new(draft.Title, draft.Text, draft.Help, draft.Guide), AnswerType(draft))
    {
        Evidence = draft.Evidence,
        Class = draft.Class,
        Relevant = draft.Relevant,
        IsScored = Scored,
    } : throw new System.Diagnostics.UnreachableException();

    private AnswerType AnswerType(QuestionDraft draft) => Type switch
    {
        "choice" => new ChoiceType(draft.Options),
        "choices" => new TicksType(draft.Options),
        "number" => new NumberType(Written(Unit), Lowest ?? 0, Highest ?? 0, Decimals ?? 0),
        "date" => new DateType(),
        "text" => new TextType(Longest ?? 0),
        _ => ChoiceType.YesPartialNo,
    };

    private EvidencePolicy Policy() => new(
        [.. (When ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Minimum ?? 0, Maximum ?? 0,
        [.. new[] { (Links, EvidenceForm.Link), (Files, EvidenceForm.File) }.Where(form => form.Item1).Select(form => form.Item2)], [.. Kinds]);

    private static string Written(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>An option of a list on a page.</summary>
public sealed class OptionLine
{
    public string? Code { get; set; }

    public string? Label { get; set; }

    /// <summary>Whether it cannot be ticked together with others.</summary>
    public bool Alone { get; set; }
}
