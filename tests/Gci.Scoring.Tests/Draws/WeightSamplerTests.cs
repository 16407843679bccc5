using Gci.Scoring.Draws;

namespace Gci.Scoring.Tests.Draws;

public sealed class WeightSamplerTests
{
    public static TheoryData<WeightSampler> Samplers =>
    [
        new NoisyWeights(0.25), new NoisyWeights(1), new NoisyWeights(0.000001), new DirichletWeights(0.5), new DirichletWeights(1e6), new DirichletWeights(1e-7),
        new BoundedWeights(0), new BoundedWeights(0.9999999), new OrdinalWeights(), new BallotWeights(),
    ];

    [Theory]
    [MemberData(nameof(Samplers))]
    public void A_sampler_is_read_again_from_its_setting(WeightSampler sampler) => Assert.Equal(sampler, WeightSampler.Of(sampler.Setting));

    [Theory]
    [InlineData("")]
    [InlineData("noise")]
    [InlineData("noise:")]
    [InlineData("noise:0")]
    [InlineData("noise:1.1")]
    [InlineData("noise:-0.5")]
    [InlineData("noise:NaN")]
    [InlineData("noise:0,5")]
    [InlineData("noise: 0.5")]
    [InlineData("noise:0.5:1")]
    [InlineData("Noise:0.5")]
    [InlineData("dirichlet")]
    [InlineData("dirichlet:0")]
    [InlineData("dirichlet:1000001")]
    [InlineData("dirichlet:Infinity")]
    [InlineData("bounded")]
    [InlineData("bounded:1")]
    [InlineData("bounded:-0.1")]
    [InlineData("ordinal:1")]
    [InlineData("ordinal:NaN")]
    [InlineData("ballots:NaN")]
    [InlineData("uniform")]
    public void What_is_no_setting_is_not_read(string setting) => Assert.Null(WeightSampler.Of(setting));
}
