using System.Diagnostics;
using System.Globalization;
using Gci.Editions.Changes;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Tiering.Profiles;

namespace Gci.Reports.Changes;

/// <summary>Says in words what two editions differ in.</summary>
internal static class ChangePhrases
{
    private static readonly ChangedParts[] s_parts = [.. Enum.GetValues<ChangedParts>().Where(part => part != ChangedParts.None)];

    /// <summary>What became of a question: that it was split, or what about it differs.</summary>
    internal static string What(this EditionComparison comparison, QuestionChange change) => comparison.KindOf(change) switch
    {
        QuestionChangeKind.Changed when comparison.PartsOf(change) != ChangedParts.None =>
            comparison.Row(s_parts.Where(part => comparison.PartsOf(change).HasFlag(part)).Select(part => comparison.Say($"changes.part.{part}"))),
        var kind => comparison.Say($"changes.kind.{kind}"),
    };

    /// <summary>The codes and the title, or which questions became which.</summary>
    internal static string Head(this EditionComparison comparison, QuestionChange change) => change switch
    {
        { Pair: var (_, question) } => $"{question.Code}  {comparison.TitleOf(question, isAfter: true)}",
        { After: [var question], Before: [] } => $"{question.Code}  {comparison.TitleOf(question, isAfter: true)}",
        { Before: [var question], After: [] } => $"{question.Code}  {comparison.TitleOf(question, isAfter: false)}",
        _ => comparison.Say(
            "changes.became", ("before", comparison.Row(change.Before.Select(question => question.Code))), ("after", comparison.Row(change.After.Select(question => question.Code)))),
    };

    internal static string Class(this EditionComparison comparison, Confidentiality value) => comparison.Say($"changes.class.{value}");

    internal static string Condition(this EditionComparison comparison, Item item, bool isAfter) =>
        (isAfter ? comparison.ConditionsAfter : comparison.ConditionsBefore).Of(item) ?? comparison.Say("changes.always");

    internal static string Wanted(this EditionComparison comparison, Question question, bool isAfter) =>
        AnswerWording.Wanted(question, isAfter ? comparison.Wording.After : comparison.Wording.Before, comparison.Texts);

    /// <summary>What kind of answer is wanted, with the options where there are any.</summary>
    internal static string Answer(this EditionComparison comparison, Question question, bool isAfter)
    {
        var (wanted, wording) = (comparison.Wanted(question, isAfter), isAfter ? comparison.Wording.After : comparison.Wording.Before);
        return question.Type is OptionsType type ? $"{wanted}: {comparison.Labels(type.Options.Select(option => wording.Option(question, option).Text))}" : wanted;
    }

    internal static string Evidence(this EditionComparison comparison, Question question, bool isAfter)
    {
        if (question.Evidence is not { } policy)
        {
            return comparison.Say("changes.evidence.none");
        }

        var (edition, wording) = isAfter ? (comparison.After, comparison.Wording.After) : (comparison.Before, comparison.Wording.Before);
        var options = question.Type is OptionsType type ? type.Options.Where(option => policy.When.Contains(option.Code)).Select(option => wording.Option(question, option).Text) : [];
        var when = policy.When.IsEmpty ? comparison.Say("changes.evidence.always") : comparison.Say("changes.evidence.when", ("options", comparison.Labels(options)));
        return comparison.Say(
            "changes.evidence.wanted", ("minimum", policy.Minimum), ("maximum", policy.Maximum), ("forms", comparison.Row(policy.Accept.Select(form => comparison.Say($"changes.form.{form}")))),
            ("kinds", comparison.Labels(edition.Questionnaire!.EvidenceKinds.Where(kind => policy.Kinds.Contains(kind.Code)).Select(kind => wording.EvidenceKind(kind).Text))), ("when", when));
    }

    /// <summary>What answers are worth, in one line; nothing where the question is not scored.</summary>
    internal static string Credit(this EditionComparison comparison, Question? question, CreditTable? table, bool isAfter)
    {
        if (question is null || table is null)
        {
            return "";
        }

        var wording = isAfter ? comparison.Wording.After : comparison.Wording.Before;
        var steps = table.Steps.Select(step => comparison.Say(
            $"changes.credit.{table.Basis}",
            ("what", step.Option is { } option ? wording.Option(question, option).Text : AnswerWording.Number(step.Bound!.Value, comparison.Language)),
            ("credit", AnswerWording.Number(step.Credit, comparison.Language))));
        return comparison.Labels(steps);
    }

    internal static string Rule(this EditionComparison comparison, LevelRule rule)
    {
        var how = comparison.Say($"changes.rule.{rule.Aggregator.Name}", ("power", rule.Aggregator is PowerMean mean ? AnswerWording.Number(mean.Power, comparison.Language) : ""));
        var unknown = comparison.Say($"changes.unknown.{rule.Unknown}");
        return rule.Availability == 0 ? $"{how} {unknown}"
            : $"{how} {unknown} {comparison.Say("changes.availability", ("share", AnswerWording.Number(rule.Availability * 100, comparison.Language)))}";
    }

    internal static string Strengths(this EditionComparison comparison, StrengthRule rule) => rule switch
    {
        HighestShares(var count) => comparison.Say("changes.strengths.highest", ("count", count)),
        AboveOwnMean => comparison.Say("changes.strengths.own"),
        AboveGroupMean => comparison.Say("changes.strengths.group"),
        _ => throw new UnreachableException(),
    };

    internal static string Bounds(this EditionComparison comparison, TierText? tier) => tier switch
    {
        null => "",
        { From: { } from, To: { } to } => comparison.Say("changes.tier.bounds", ("from", AnswerWording.Number(from, comparison.Language)), ("to", AnswerWording.Number(to, comparison.Language))),
        _ => comparison.Say("changes.tier.found"),
    };

    internal static string NumberOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
