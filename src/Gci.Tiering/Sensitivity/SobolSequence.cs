using System.Numerics;

namespace Gci.Tiering.Sensitivity;

/// <summary>
/// Points that fill the unit cube more evenly than random ones. Source: Sobol (1967) with the direction numbers of Joe and Kuo (2008,
/// new-joe-kuo-6), scrambled by a random lower triangular matrix and a digital shift (Matousek 1998), which has the variance of Owen's scrambling, so that each
/// seed gives other points of the same quality.
/// </summary>
public sealed class SobolSequence
{
    private const int Bits = 32;
    private const double Unit = 1.0 / (1L << Bits);

    // Degree, coefficients and first numbers of the primitive polynomials of the second and further dimensions.
    private static readonly (int Coefficients, uint[] First)[] s_polynomials =
    [
        (0, [1]), (1, [1, 3]), (1, [1, 3, 1]), (2, [1, 1, 1]), (1, [1, 1, 3, 3]), (4, [1, 3, 5, 13]), (2, [1, 1, 5, 5, 17]), (4, [1, 1, 5, 5, 5]),
        (7, [1, 1, 7, 11, 19]), (11, [1, 1, 5, 1, 1]), (13, [1, 1, 1, 3, 11]), (14, [1, 3, 5, 5, 31]), (1, [1, 3, 3, 9, 7, 49]), (13, [1, 1, 1, 15, 21, 21]),
        (16, [1, 3, 1, 13, 27, 49]), (19, [1, 1, 1, 15, 7, 5]), (22, [1, 3, 1, 15, 13, 25]), (25, [1, 1, 5, 5, 19, 61]), (1, [1, 3, 7, 11, 23, 15, 103]), (4, [1, 3, 7, 13, 13, 15, 69]),
    ];

    private readonly uint[][] _directions;
    private readonly uint[] _shifts;

    /// <param name="dimensions">At most <see cref="MostDimensions"/>.</param>
    /// <param name="seed">Of the scrambling; null for the sequence itself, which begins with the origin.</param>
    public SobolSequence(int dimensions, ulong? seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        var random = new RandomWords(seed ?? 0);
        _directions = [.. Enumerable.Range(0, dimensions).Select(dimension => seed is null ? Directions(dimension) : Scrambled(Directions(dimension), random))];
        _shifts = [.. Enumerable.Range(0, dimensions).Select(_ => seed is null ? 0 : random.Next())];
    }

    public static int MostDimensions => s_polynomials.Length + 1;

    public int Dimensions => _directions.Length;

    /// <summary>One point of the sequence, each coordinate in [0, 1).</summary>
    public void Point(uint number, Span<double> point)
    {
        // The order of Gray codes, in which neighbours differ by one direction number.
        var gray = number ^ (number >> 1);
        for (var dimension = 0; dimension < _directions.Length; dimension++)
        {
            var bits = _shifts[dimension];
            for (var rest = gray; rest != 0; rest &= rest - 1)
            {
                bits ^= _directions[dimension][BitOperations.TrailingZeroCount(rest)];
            }

            point[dimension] = bits * Unit;
        }
    }

    private static uint[] Directions(int dimension)
    {
        var directions = new uint[Bits];
        var (coefficients, first) = dimension == 0 ? (0, []) : s_polynomials[dimension - 1];
        for (var bit = 0; bit < Bits; bit++)
        {
            var degree = first.Length;
            if (bit < degree || degree == 0)
            {
                directions[bit] = (degree == 0 ? 1 : first[bit]) << (Bits - 1 - bit);
                continue;
            }

            directions[bit] = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (var term = 1; term < degree; term++)
            {
                directions[bit] ^= ((coefficients >> (degree - 1 - term)) & 1) == 1 ? directions[bit - term] : 0;
            }
        }

        return directions;
    }

    // Row r of the matrix mixes bit r, from the highest, with random ones of those above it.
    private static uint[] Scrambled(uint[] directions, RandomWords random)
    {
        uint[] rows = [.. Enumerable.Range(0, Bits).Select(row => (1u << (Bits - 1 - row)) | (row == 0 ? 0 : random.Next() & ~(uint.MaxValue >> row)))];
        return [.. directions.Select(direction => rows.Select((row, bit) => (uint)(BitOperations.PopCount(row & direction) & 1) << (Bits - 1 - bit)).Aggregate(0u, (all, bit) => all | bit))];
    }
}
