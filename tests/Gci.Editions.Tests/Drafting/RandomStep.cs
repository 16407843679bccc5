using System.Collections.Immutable;
using CsCheck;
using Gci.Editions.Drafting;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Tests.Drafting;

/// <summary>A step that somebody could take, chosen by numbers so that it fits whatever draft it meets.</summary>
internal sealed record RandomStep(int Kind, int First, int Second, string Words, bool IsScored)
{
    private static readonly Gen<string> s_words = Gen.OneOf(
        Gen.OneOf("A plain text", "Ends with a colon:", "Has a # sign and a: colon", "\"Quoted\"", "- a dash", "yes", "12", "Two\nlines", "{brace} [bracket]", "C:\\path 'quoted'", "два слова", "文字。", "a\r\nb", "😀 smile", "long " + new string('x', 130), "# comment", "*star", "trailing  double  spaces", "a & b", "%", "null", "2024-01-01", "key: value", "tab\there"),
        Gen.String[Gen.Char["ab :#'\"-,[]{}|>&*!%@`\\?é文\n"], 1, 40].Where(text => text.Trim().Length > 0));

    internal static Gen<RandomStep> Any { get; } =
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 9999], Gen.Int[0, 9999], s_words, Gen.Bool, (kind, first, second, words, isScored) => new RandomStep(kind, first, second, words, isScored));

    /// <summary>The draft after the step; the same where it makes no sense on this draft, null where it was refused.</summary>
    internal DraftEdition? Take(DraftEdition draft, Problems problems) => Take(draft, draft.Load(new())!, problems);

    /// <param name="edition">What the step is chosen for, whatever the draft is.</param>
    internal DraftEdition? Take(DraftEdition draft, Edition edition, Problems problems)
    {
        Question[] questions = [.. edition.Questionnaire!.Questions()];
        ItemGroup[] groups = [.. edition.Questionnaire.Items().OfType<ItemGroup>()];
        var (question, other) = (questions[First % questions.Length], questions[Second % questions.Length]);
        var group = groups[Second % groups.Length];
        return Kind switch
        {
            0 => draft.Reword(question.Code, new(Words, Words + " text", Words + " help", Words + " guide"), Words, problems),
            1 => draft.Reword(group.Code, new(Words, Words + " text"), "", problems),
            2 => question.Type is OptionsType { Options: var options } and not ChoiceType { IsYesPartialNo: true } ? draft.Options(question.Code, Changed(options), ImmutableDictionary<string, double>.Empty, Words, problems) : draft,
            3 => draft.Evidence(question.Code, Second % 5 == 0 ? null : other.Evidence is { } evidence ? evidence with { When = [] } : null, problems),
            4 => draft.Classify(question.Code, (Confidentiality)(Second % 4), problems),
            5 => draft.Relevant(question.Code, Second % 3 == 0 ? null : $"answered({questions[0].Code}) or {questions[0].Code} in (yes, partial)", problems),
            6 => draft.Add(Second % 2 == 0 ? question.Code : groups.First(one => one.Items.OfType<Question>().Any()).Code, New(question, 0), problems),
            7 => draft.Remove(Second % 7 == 0 ? group.Code : question.Code, Words, problems),
            8 => draft.Split(question.Code, [.. Enumerable.Range(0, 2 + (Second % 2)).Select(number => New(question, number))], Words, problems),
            9 => question.Code == other.Code ? draft : draft.Merge([question.Code, other.Code], New(question, 0), Words, problems),
            _ => Siblings(edition, question.Code) is var siblings ? draft.Move(question.Code, siblings.ElementAtOrDefault(Second % siblings.Length) is { } before && before != question.Code ? before : null, problems) : draft,
        };
    }

    private NewQuestion New(Question like, int number) => NewQuestion.Like(like, FormattableString.Invariant($"new_{First}_{Second}_{number}"), new(Words, Words, Words, Words)) with
    {
        IsScored = like.IsScored && (IsScored || number > 0),
        Relevant = null,
    };

    private ImmutableArray<Option> Changed(ImmutableArray<Option> options) => (Second % 4) switch
    {
        0 => options.Insert(First % options.Length, new($"new-{Second}", Words)),
        1 when options.Length > 2 => options.RemoveAt(First % options.Length),
        2 => [.. options.Reverse()],
        _ => options.SetItem(First % options.Length, options[First % options.Length] with { Label = Words }),
    };

    private static string[] Siblings(Edition edition, string code)
    {
        var parent = code[..Math.Max(code.LastIndexOf('.'), code.LastIndexOf('-'))];
        return [.. edition.Questionnaire!.Items().Select(item => item.Code).Where(other => other.Length > parent.Length + 1 && other.StartsWith(parent, StringComparison.Ordinal) && other[(parent.Length + 1)..].All(char.IsAsciiDigit))];
    }
}
