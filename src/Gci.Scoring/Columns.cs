using System.Numerics;
using System.Runtime.CompilerServices;
using Gci.Scoring.Credits;

namespace Gci.Scoring;

/// <summary>Arithmetic on columns, element by element: vectors change the speed, never the bits.</summary>
internal static class Columns
{
    // Instrumented for the profile, loops over vectors come out three times slower: they are compiled once and in full.
    private const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization;

    // To compare a vector with so many codes is faster than to look each of its codes up.
    private const int FewValues = 8;

    /// <summary>sum += values.</summary>
    [MethodImpl(Compiled)]
    internal static void Add(Span<double> sum, ReadOnlySpan<double> values)
    {
        var row = 0;
        for (; row <= sum.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            (new Vector<double>(sum[row..]) + new Vector<double>(values[row..])).CopyTo(sum[row..]);
        }

        for (; row < sum.Length; row++)
        {
            sum[row] += values[row];
        }
    }

    /// <summary>Unknown values become 0.</summary>
    [MethodImpl(Compiled)]
    internal static void ZeroUnknown(Span<double> values)
    {
        var row = 0;
        for (; row <= values.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            var vector = new Vector<double>(values[row..]);
            Vector.ConditionalSelect(Vector.Equals(vector, vector), vector, Vector<double>.Zero).CopyTo(values[row..]);
        }

        for (; row < values.Length; row++)
        {
            values[row] = double.IsNaN(values[row]) ? 0 : values[row];
        }
    }

    /// <summary>
    /// Each code is replaced by its value, <paramref name="values"/>[k] for the code k, 0 for an inactive one, NaN for an unanswered one.
    /// Returns the first row whose code is none of these, -1 where there is none.
    /// </summary>
    [MethodImpl(Compiled)]
    internal static int Replace(ReadOnlySpan<double> codes, ReadOnlySpan<double> values, Span<double> column)
    {
        var row = 0;
        for (; values.Length <= FewValues && row <= codes.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            var code = new Vector<double>(codes[row..]);
            var value = Vector.ConditionalSelect(Vector.Equals(code, new(CodedAnswer.Inactive)), Vector<double>.Zero, new(double.NaN));
            for (var known = 0; known < values.Length; known++)
            {
                value = Vector.ConditionalSelect(Vector.Equals(code, new((double)known)), new(values[known]), value);
            }

            if (Vector.Equals(value, value) != Vector.Equals(code, code))
            {
                break;
            }

            value.CopyTo(column[row..]);
        }

        for (; row < codes.Length; row++)
        {
            var known = unchecked((int)codes[row]);
            if (known >= 0 && known < values.Length && known == codes[row])
            {
                column[row] = values[known];
            }
            else if (double.IsNaN(codes[row]) || codes[row] == CodedAnswer.Inactive)
            {
                column[row] = double.IsNaN(codes[row]) ? double.NaN : 0;
            }
            else
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>
    /// Each code is replaced by the value of the last bound that <paramref name="sign"/> times the code reaches, by 0 where it reaches none
    /// or is inactive, by NaN where it is unanswered.
    /// </summary>
    [MethodImpl(Compiled)]
    internal static void ReplaceByBound(ReadOnlySpan<double> codes, double sign, ReadOnlySpan<double> bounds, ReadOnlySpan<double> values, Span<double> column)
    {
        var row = 0;
        for (; row <= codes.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            var code = new Vector<double>(codes[row..]);
            var value = Vector<double>.Zero;
            for (var band = 0; band < bounds.Length; band++)
            {
                value = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(sign * code, new(bounds[band])), new(values[band]), value);
            }

            value = Vector.ConditionalSelect(Vector.Equals(code, new(CodedAnswer.Inactive)), Vector<double>.Zero, value);
            Vector.ConditionalSelect(Vector.Equals(code, code), value, code).CopyTo(column[row..]);
        }

        for (; row < codes.Length; row++)
        {
            var value = 0.0;
            for (var band = 0; band < bounds.Length; band++)
            {
                value = sign * codes[row] >= bounds[band] ? values[band] : value;
            }

            column[row] = double.IsNaN(codes[row]) ? double.NaN : codes[row] == CodedAnswer.Inactive ? 0 : value;
        }
    }

    /// <summary>Sums become <paramref name="maximum"/> times their share of <paramref name="full"/>; NaN where that is 0 of something.</summary>
    [MethodImpl(Compiled)]
    internal static void Scale(Span<double> sums, double full, double maximum)
    {
        if (full == maximum)
        {
            return;
        }

        if (full == 0)
        {
            sums.Fill(double.NaN);
            return;
        }

        var row = 0;
        for (; row <= sums.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            (maximum * (new Vector<double>(sums[row..]) / new Vector<double>(full))).CopyTo(sums[row..]);
        }

        for (; row < sums.Length; row++)
        {
            sums[row] = maximum * (sums[row] / full);
        }
    }

    [MethodImpl(Compiled)]
    internal static bool AnyUnknown(ReadOnlySpan<double> values)
    {
        var row = 0;
        for (; row <= values.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            var vector = new Vector<double>(values[row..]);
            if (!Vector.EqualsAll(vector, vector))
            {
                return true;
            }
        }

        while (row < values.Length && !double.IsNaN(values[row]))
        {
            row++;
        }

        return row < values.Length;
    }
}
