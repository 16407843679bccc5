namespace Gci.Data;

/// <summary>Times as they are kept: UTC to the millisecond, which both databases give back unchanged.</summary>
public static class Moment
{
    public static DateTimeOffset Now(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
