using System.Collections.Immutable;
using System.Diagnostics;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Scoring.Credits;

namespace Gci.Editions.Changes;

/// <summary>What the answers to a question are worth, step by step.</summary>
public sealed record CreditTable(CreditBasis Basis, ImmutableArray<CreditStep> Steps)
{
    public bool IsSameAs(CreditTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Basis == other.Basis && Steps.Select(step => (step.Option?.Code, step.Bound, step.Credit)).SequenceEqual(other.Steps.Select(step => (step.Option?.Code, step.Bound, step.Credit)));
    }

    /// <summary>Null for a question that earns nothing.</summary>
    internal static CreditTable? Of(Edition edition, Question? question) =>
        question is { IsScored: true } && edition.Credits.TryGetValue(question.Code, out var credit) ? Of(credit, question) : null;

    private static CreditTable Of(Credit credit, Question question) => credit.Rule switch
    {
        OptionCredit rule => new(CreditBasis.OneOption, Options(question, index => rule.Of(index))),
        TickCredit rule => new(CreditBasis.Ticks, Options(question, index => rule.Of(1L << index))),
        BandCredit rule => new(question.Type is TableType ? CreditBasis.Rows : CreditBasis.Number, [.. rule.Bands.Select(band => new CreditStep(null, band.From, band.Credit))]),
        AgeCredit rule => new(CreditBasis.Years, [.. rule.Bands.Select(band => new CreditStep(null, band.UpTo, band.Credit))]),
        GoalpostCredit rule => new(CreditBasis.Goalposts, [new(null, rule.Bottom, 0), new(null, rule.Top, 1)]),
        _ => throw new UnreachableException(),
    };

    private static ImmutableArray<CreditStep> Options(Question question, Func<int, double> credit) =>
        [.. ((OptionsType)question.Type).Options.Select((option, index) => new CreditStep(option, null, credit(index)))];
}

/// <summary>An option, or a bound from which (of years: up to which) an answer earns a credit in [0, 1].</summary>
public sealed record CreditStep(Option? Option, double? Bound, double Credit);

/// <summary>By what an answer is credited.</summary>
public enum CreditBasis
{
    OneOption,

    /// <summary>The credits of all options that are ticked are added up.</summary>
    Ticks,
    Number,

    /// <summary>How many rows a table has.</summary>
    Rows,

    /// <summary>How many whole years ago a day was.</summary>
    Years,

    /// <summary>The distance between two numbers.</summary>
    Goalposts,
}
