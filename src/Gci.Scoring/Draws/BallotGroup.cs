using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Intrinsics;
using Gci.Scoring.Elicitation;

namespace Gci.Scoring.Draws;

/// <summary>See <see cref="BallotWeights"/>.</summary>
internal sealed class BallotGroup : GroupDraw
{
    // Expert after expert, the shares given to the children; null for an expert who did not vote on the group.
    private readonly double[]?[] _votes;
    private readonly ulong[] _picks;

    internal BallotGroup(string source, int[] children, double[] shares, string[] codes, ImmutableArray<Ballot> ballots)
        : base(source, children, shares)
    {
        Ballot[] ordered = [.. ballots.OrderBy(ballot => ballot.Expert, StringComparer.Ordinal)];
        _votes = [.. ordered.Select(ballot => BudgetAllocation.Shares(ballot, codes))];
        _picks = [.. Enumerable.Range(0, ordered.Length).Select(pick => DrawNumbers.Item(source, pick.ToString(CultureInfo.InvariantCulture)))];
    }

    internal override void Draw(Vector256<ulong> keys, Span<Vector256<double>> drawn)
    {
        foreach (var child in Children)
        {
            drawn[child] = default;
        }

        Span<Vector256<double>> times = stackalloc Vector256<double>[_picks.Length];
        Pick(keys, times);
        var voters = Add(times, drawn);
        for (var child = 0; child < Children.Length; child++)
        {
            var mean = drawn[Children[child]] / voters;
            drawn[Children[child]] = Vector256.ConditionalSelect(Vector256.GreaterThan(voters, default), mean, Vector256.Create(Nominal[child]));
        }
    }

    // How often each expert is drawn.
    private void Pick(Vector256<ulong> keys, Span<Vector256<double>> times)
    {
        times.Clear();
        foreach (var pick in _picks)
        {
            var at = DrawNumbers.Uniform(keys, pick) * _picks.Length;
            for (var lane = 0; lane < DrawBlock.Lanes; lane++)
            {
                ref var expert = ref times[(int)at[lane]];
                expert = expert.WithElement(lane, expert[lane] + 1);
            }
        }
    }

    private Vector256<double> Add(ReadOnlySpan<Vector256<double>> times, Span<Vector256<double>> drawn)
    {
        var voters = Vector256<double>.Zero;
        for (var expert = 0; expert < _votes.Length; expert++)
        {
            if (_votes[expert] is not { } votes)
            {
                continue;
            }

            voters += times[expert];
            for (var child = 0; child < votes.Length; child++)
            {
                drawn[Children[child]] = Vector256.FusedMultiplyAdd(times[expert], Vector256.Create(votes[child]), drawn[Children[child]]);
            }
        }

        return voters;
    }
}
