using System.Collections.Immutable;

namespace Gci.Scoring.Credits;

/// <summary>
/// What an answer is worth: a share of the question's points in [0, 1]. An answer arrives as a code, a number that depends on the
/// kind of question; see the rules. (Method 2.1)
/// </summary>
public abstract record CreditRule
{
    private const int MostBands = 16;

    private protected CreditRule()
    {
    }

    /// <summary>The credit of a coded answer, in [0, 1]. Not called for <see cref="CodedAnswer.Unanswered"/> or <see cref="CodedAnswer.Inactive"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is none that this question knows.</exception>
    public abstract double Of(double code);

    /// <summary>Fills a column with what the answers earn: credit times <paramref name="maximum"/>, NaN where there is no answer.</summary>
    internal virtual void Fill(ReadOnlySpan<double> codes, double maximum, Span<double> column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = double.IsNaN(codes[row]) ? double.NaN : codes[row] == CodedAnswer.Inactive ? 0 : maximum * Of(codes[row]);
        }
    }

    /// <summary>The same for a rule with a credit for each code 0, 1, ….</summary>
    private protected void Replace(ReadOnlySpan<double> codes, ReadOnlySpan<double> credits, double maximum, Span<double> column)
    {
        Span<double> values = stackalloc double[credits.Length];
        for (var code = 0; code < credits.Length; code++)
        {
            values[code] = maximum * credits[code];
        }

        // A code that is not known throws as it does one by one.
        if (Columns.Replace(codes, values, column) is >= 0 and var row)
        {
            Of(codes[row]);
        }
    }

    /// <summary>The same for a rule with a credit from each bound on, reached by the code times <paramref name="sign"/>.</summary>
    private protected static void ReplaceByBound(
        ReadOnlySpan<double> codes, double sign, ImmutableArray<(double Bound, double Credit)> bands, double maximum, Span<double> column)
    {
        Span<double> bounds = bands.Length <= MostBands ? stackalloc double[MostBands] : new double[bands.Length];
        Span<double> values = bands.Length <= MostBands ? stackalloc double[MostBands] : new double[bands.Length];
        for (var band = 0; band < bands.Length; band++)
        {
            (bounds[band], values[band]) = (bands[band].Bound, maximum * bands[band].Credit);
        }

        Columns.ReplaceByBound(codes, sign, bounds[..bands.Length], values[..bands.Length], column);
    }

    private protected static double CheckedCredit(double credit) => credit is >= 0 and <= 1
        ? credit
        : throw new ArgumentOutOfRangeException(nameof(credit), credit, "A credit lies between 0 and 1.");
}

/// <summary>One option was chosen; the code is its index. (Method 2.2, 2.3)</summary>
public sealed record OptionCredit : CreditRule
{
    private const int MostOptionsAtOnce = 64;

    private readonly double[] _credits;

    public OptionCredit(params ReadOnlySpan<double> credits)
    {
        _credits = credits.ToArray();
        Array.ForEach(_credits, credit => CheckedCredit(credit));
    }

    public override double Of(double code)
    {
        var option = unchecked((int)code);
        return option >= 0 && option < _credits.Length && option == code
            ? _credits[option]
            : throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such option.");
    }

    internal override void Fill(ReadOnlySpan<double> codes, double maximum, Span<double> column)
    {
        if (_credits.Length > MostOptionsAtOnce)
        {
            base.Fill(codes, maximum, column);
            return;
        }

        Replace(codes, _credits, maximum, column);
    }
}

/// <summary>Any options were ticked; bit i of the code stands for option i. Their credits are added up, to at most 1. (Method 2.3)</summary>
public sealed record TickCredit : CreditRule
{
    private const int MostOptionsAtOnce = 6;

    private readonly double[] _credits;

    // What each set of options earns, where there are few sets.
    private readonly double[] _sets;

    public TickCredit(params ReadOnlySpan<double> credits)
    {
        if (credits.Length > 52)
        {
            throw new ArgumentException("A question has at most 52 options that can be ticked together.", nameof(credits));
        }

        _credits = credits.ToArray();
        Array.ForEach(_credits, credit => CheckedCredit(credit));
        _sets = _credits.Length > MostOptionsAtOnce ? [] : [.. Enumerable.Range(0, 1 << _credits.Length).Select(set => Of(set))];
    }

    public override double Of(double code)
    {
        if (code < 0 || code >= 1L << _credits.Length || code != Math.Floor(code))
        {
            throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such set of options.");
        }

        // Three ticks of a third must be a whole: a sum within 1e-9 of 1 is 1, by the rule of nine decimals.
        var (bits, sum) = ((long)code, 0.0);
        for (var option = 0; option < _credits.Length; option++)
        {
            sum += (bits >> option & 1) == 1 ? _credits[option] : 0;
        }

        return sum >= 1 - 1e-9 ? 1 : sum;
    }

    internal override void Fill(ReadOnlySpan<double> codes, double maximum, Span<double> column)
    {
        if (_sets.Length == 0)
        {
            base.Fill(codes, maximum, column);
            return;
        }

        Replace(codes, _sets, maximum, column);
    }
}

/// <summary>A number, a count of rows: the credit of the highest band reached, 0 below the first. (Method 2.4)</summary>
public sealed record BandCredit : CreditRule
{
    private readonly ImmutableArray<(double From, double Credit)> _bands;

    /// <summary>Lower bounds, inclusive, in ascending order.</summary>
    public ImmutableArray<(double From, double Credit)> Bands => _bands;

    /// <param name="bands">Lower bounds, inclusive, in ascending order; credits never fall.</param>
    public BandCredit(params ReadOnlySpan<(double From, double Credit)> bands)
    {
        _bands = [.. bands];
        for (var band = 0; band < _bands.Length; band++)
        {
            CheckedCredit(_bands[band].Credit);
            if (band > 0 && (!(_bands[band].From > _bands[band - 1].From) || _bands[band].Credit < _bands[band - 1].Credit))
            {
                throw new ArgumentException("Bands ascend, and a higher band never earns less.", nameof(bands));
            }
        }
    }

    public override double Of(double code)
    {
        var credit = 0.0;
        foreach (var band in _bands)
        {
            credit = code >= band.From ? band.Credit : credit;
        }

        return credit;
    }

    internal override void Fill(ReadOnlySpan<double> codes, double maximum, Span<double> column) =>
        ReplaceByBound(codes, 1, _bands, maximum, column);
}

/// <summary>A date: whole years before the edition's reference date, the code; the credit of the first band it fits into, 0 beyond the last. (Method 2.5)</summary>
public sealed record AgeCredit : CreditRule
{
    private readonly ImmutableArray<(double UpTo, double Credit)> _bands;

    /// <summary>Upper bounds in whole years, inclusive, in ascending order.</summary>
    public ImmutableArray<(double UpTo, double Credit)> Bands => _bands;

    /// <param name="bands">Upper bounds in whole years, inclusive, in ascending order; credits never rise.</param>
    public AgeCredit(params ReadOnlySpan<(double UpTo, double Credit)> bands)
    {
        _bands = [.. bands];
        for (var band = 0; band < _bands.Length; band++)
        {
            CheckedCredit(_bands[band].Credit);
            if (band > 0 && (!(_bands[band].UpTo > _bands[band - 1].UpTo) || _bands[band].Credit > _bands[band - 1].Credit))
            {
                throw new ArgumentException("Bands ascend, and an older date never earns more.", nameof(bands));
            }
        }
    }

    public override double Of(double code)
    {
        foreach (var (upTo, credit) in _bands)
        {
            if (code <= upTo)
            {
                return credit;
            }
        }

        return 0;
    }

    // The narrowest band that fits counts, so it comes last.
    internal override void Fill(ReadOnlySpan<double> codes, double maximum, Span<double> column) =>
        ReplaceByBound(codes, -1, [.. _bands.Reverse().Select(band => (-band.UpTo, band.Credit))], maximum, column);
}
