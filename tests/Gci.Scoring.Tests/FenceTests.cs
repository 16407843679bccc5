using Gci.Testing;

namespace Gci.Scoring.Tests;

public sealed class FenceTests
{
    [Fact]
    public void Scoring_refers_to_the_base_library_and_one_numeric_library_only() =>
        Assert.Equal(["MathNet.Numerics"], Fence.ReferencesBeyondTheBaseLibrary(typeof(Scorer).Assembly));

    [Fact]
    public void Nothing_in_scoring_is_called_a_rank() => Assert.Empty(Fence.NamesWith("rank", typeof(Scorer).Assembly));

    [Theory]
    [InlineData("frenchfence", "Type")]
    [InlineData("TORANKMEMBER", "Member")]
    [InlineData("parameterrank", "Parameter")]
    public void The_fence_sees_types_members_and_parameters(string word, string kind) =>
        Assert.True(Fence.NamesWith(word, typeof(FenceTests).Assembly).Any(), $"{kind} {word} is not seen.");

    private static class FrenchFence
    {
        internal static int ToRankMember(int parameterRank) => parameterRank;
    }
}
