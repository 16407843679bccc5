using System.Globalization;

namespace Gci.Scoring.Draws;

/// <summary>How the weights of the children of one group are drawn around those of the set. The drawn weights add up to 1 in each group.</summary>
public abstract record WeightSampler
{
    private protected WeightSampler()
    {
    }

    /// <summary>The name and the number by which it is chosen, such as <c>noise:0.25</c>.</summary>
    public abstract string Setting { get; }

    /// <summary>Reads a setting; null where there is no such one.</summary>
    public static WeightSampler? Of(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        (string, double?) read = setting.Split(':') is [var word, var text] && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? (word, value)
            : (setting, null);
        return read switch
        {
            ("noise", > 0 and <= 1 and var factor) => new NoisyWeights(factor),
            ("dirichlet", > 0 and <= 1e6 and var concentration) => new DirichletWeights(concentration),
            ("bounded", >= 0 and < 1 and var share) => new BoundedWeights(share),
            ("ordinal", null) => new OrdinalWeights(),
            ("ballots", null) => new BallotWeights(),
            _ => null,
        };
    }

    private protected static string Said(string name, double number) => string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
}

/// <summary>Each weight w becomes w (1 + f (2u - 1)), u uniform in [0, 1), independently. Source: Becker's COINr, <c>get_noisy_weights</c>.</summary>
/// <param name="Factor">f, more than 0 and at most 1.</param>
public sealed record NoisyWeights(double Factor) : WeightSampler
{
    public override string Setting => Said("noise", Factor);
}

/// <summary>A Dirichlet distribution around the weights: mean w, variance w (1 - w) / (c + 1). A weight of 0 stays 0.</summary>
/// <param name="Concentration">c, more than 0; the larger, the closer to the set.</param>
public sealed record DirichletWeights(double Concentration) : WeightSampler
{
    public override string Setting => Said("dirichlet", Concentration);
}

/// <summary>Uniform over all weights of which none is less than a share of its own: l + (1 - S l) Dirichlet(1), l = share w.</summary>
/// <param name="Share">Of each weight that is kept, at least 0 (anything goes) and less than 1.</param>
public sealed record BoundedWeights(double Share) : WeightSampler
{
    public override string Setting => Said("bounded", Share);
}

/// <summary>Uniform over all weights in the order of the set: the heaviest stays the heaviest, and so on; equal weights stand in any order.</summary>
public sealed record OrdinalWeights : WeightSampler
{
    public override string Setting => "ordinal";
}

/// <summary>
/// The experts' ballots, as many as there are, drawn with replacement, and their mean as ever: the same experts for all groups of a draw. A group on which
/// none of the drawn experts voted keeps its weights. Source: bootstrap, Efron (1979).
/// </summary>
public sealed record BallotWeights : WeightSampler
{
    public override string Setting => "ballots";
}
