namespace Gci.Scoring.Draws;

/// <summary>Where one thread keeps the weights and scores of a block of draws: made once, and used for every block.</summary>
/// <param name="tree">The tree of the weights.</param>
/// <param name="answers">The doubted answers of the study.</param>
public sealed class DrawSpace(WeightDraws weights, IndexTree tree, int countries, AnswerDraws answers)
{
    private readonly double[] _effective = new double[tree.Leaves.Length * DrawBlock.Size];
    private readonly double[] _shares = new double[tree.Nodes.Length * DrawBlock.Size];
    private readonly double[] _scores = new double[countries * DrawBlock.Size];
    private bool _hasEffective;
    private bool _hasShares;

    internal double[] Credits { get; } = new double[answers.Cells.Length * DrawBlock.Size];

    // A kernel fills whole tiles.
    internal double[] Summed { get; } = new double[(countries + ScoreKernel.Tile) * DrawBlock.Size];

    /// <summary>Forgets the block before.</summary>
    public void Begin() => (_hasEffective, _hasShares) = (false, false);

    /// <summary>The scores of a block: country after country, <see cref="DrawBlock.Size"/> draws each; NaN for draws that are not asked for.</summary>
    public ReadOnlySpan<double> Scores(DrawBlock block, DrawnIndex index)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(index);
        index.Score(block, this, _scores);
        for (var country = 0; block.Count < DrawBlock.Size && country < countries; country++)
        {
            _scores.AsSpan((country * DrawBlock.Size) + block.Count, DrawBlock.Size - block.Count).Fill(double.NaN);
        }

        return _scores;
    }

    /// <summary>The share of each leaf in the whole, leaf after leaf; NaN for draws that are not asked for.</summary>
    public ReadOnlySpan<double> Effective(DrawBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (!_hasEffective)
        {
            weights.Effective(block, _effective);
            for (var leaf = 0; block.Count < DrawBlock.Size && leaf < tree.Leaves.Length; leaf++)
            {
                _effective.AsSpan((leaf * DrawBlock.Size) + block.Count, DrawBlock.Size - block.Count).Fill(double.NaN);
            }

            _hasEffective = true;
        }

        return _effective;
    }

    internal ReadOnlySpan<double> Shares(DrawBlock block)
    {
        if (!_hasShares)
        {
            weights.Shares(block, _shares);
            _hasShares = true;
        }

        return _shares;
    }
}
