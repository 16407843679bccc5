using Gci.Testing;

namespace Gci.Tiering.Tests;

public sealed class FenceTests
{
    [Fact]
    public void Tiering_refers_to_the_base_library_and_scoring_only() =>
        Assert.Equal(["Gci.Scoring"], Fence.ReferencesBeyondTheBaseLibrary(typeof(TierScheme).Assembly));

    [Fact]
    public void Nothing_in_tiering_is_called_a_rank() => Assert.Empty(Fence.NamesWith("rank", typeof(TierScheme).Assembly));
}
