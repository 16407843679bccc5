namespace Gci.Testing.Web;

/// <summary>The real time, put forward as a test likes.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Forward(TimeSpan by) => _ahead += by;
}
