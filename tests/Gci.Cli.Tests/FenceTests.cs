using Gci.Testing;

namespace Gci.Cli.Tests;

public sealed class FenceTests
{
    [Fact]
    public void Nothing_in_the_command_is_called_a_rank() => Assert.Empty(Fence.NamesWith("rank", typeof(GciCommand).Assembly));
}
