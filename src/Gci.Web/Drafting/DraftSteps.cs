using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Drafting;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.Drafting;

/// <summary>The steps of the builder as pages and programs ask for them.</summary>
public static class DraftSteps
{
    /// <summary>Makes a question as it is wanted: only what differs is written.</summary>
    public static DraftStep Change(string code, QuestionDraft wanted, string? seen) => new(new("change", code), code, seen, (now, draft, problems) =>
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (now.QuestionOf(code) is not { } question)
        {
            problems.Add("draft", 1, $"There is no question {code} any more.");
            return null;
        }

        var reason = wanted.Reason ?? "";
        var next = (question.Title, question.Text, question.Help, question.Guide) == (wanted.Title, wanted.Text, wanted.Help, wanted.Guide)
            ? draft : draft.Reword(code, new(wanted.Title, wanted.Text, wanted.Help, wanted.Guide), reason, problems);
        next = HasOwnOptions(question, out var options) && !options.SequenceEqual(wanted.Options) ? next?.Options(code, wanted.Options, ImmutableDictionary<string, double>.Empty, reason, problems) : next;
        next = IsSame(question.Evidence, wanted.Evidence) ? next : next?.Evidence(code, wanted.Evidence, problems);
        next = question.Class == wanted.Class ? next : next?.Classify(code, wanted.Class, problems);
        return question.Relevant?.ToText() == wanted.Relevant ? next : next?.Relevant(code, wanted.Relevant, problems);
    });

    public static DraftStep Remove(string code, string? reason) => new(new("drop", code), code, null, (_, draft, problems) => draft.Remove(code, reason ?? "", problems));

    /// <param name="before">The item before which it is to stand; null for the end.</param>
    public static DraftStep Move(string code, string? before) =>
        new(new("move", code), code, null, (_, draft, problems) => draft.Move(code, string.IsNullOrEmpty(before) ? null : before, problems));

    public static DraftStep Translate(string code, string language, IReadOnlyList<TranslationDraft> texts, string? seen) => new(new("translate", code), code, seen, (_, draft, problems) =>
    {
        var next = (DraftEdition?)draft;
        foreach (var text in texts)
        {
            next = next?.Translate(language, code, text.Key, text.Text, text.IsApproved ? TranslationState.Approved : TranslationState.Draft, problems);
        }

        return next;
    });

    /// <param name="at">The group at whose end, or the question after which it is to stand.</param>
    public static DraftStep Add(string at, NewQuestion question) => new(new("add", at), at, null, (_, draft, problems) => draft.Add(at, question, problems));

    public static DraftStep Split(string code, IReadOnlyList<NewQuestionDraft> into, string? reason) => new(new("split", code), code, null, (now, draft, problems) =>
    {
        if (into.Count < 2 || now.QuestionOf(code) is not { } question)
        {
            problems.Add("draft", 1, $"Write at least two questions that {code} becomes.");
            return null;
        }

        return draft.Split(code, [.. into.Select(words => words.Like(question))], reason ?? "", problems);
    });

    public static DraftStep Merge(IReadOnlyList<string> codes, NewQuestionDraft into, string? reason) => new(new("merge", string.Join(' ', codes)), codes.Count > 0 ? codes[0] : "", null, (now, draft, problems) =>
    {
        if (codes.Distinct().Count() < 2 || now.QuestionOf(codes[0]) is not { } question)
        {
            problems.Add("draft", 1, "Choose at least two questions to merge.");
            return null;
        }

        return draft.Merge(codes, into.Like(question), reason ?? "", problems);
    });

    private static bool HasOwnOptions(Question question, out ImmutableArray<Option> options)
    {
        options = question.Type is OptionsType type and not ChoiceType { IsYesPartialNo: true } ? type.Options : [];
        return !options.IsEmpty;
    }

    private static bool IsSame(EvidencePolicy? before, EvidencePolicy? after) => before is null || after is null
        ? before == after
        : (before.Minimum, before.Maximum) == (after.Minimum, after.Maximum) && before.When.SequenceEqual(after.When)
            && before.Accept.ToHashSet().SetEquals(after.Accept) && before.Kinds.ToHashSet().SetEquals(after.Kinds);
}
