using Gci.Data.Runs;

namespace Gci.Cli.Demo;

/// <summary>When the invented events happened: fixed days, so that two demonstrations tell the same story.</summary>
internal static class DemoCalendar
{
    internal static DateTimeOffset Accounts { get; } = new(2023, 9, 4, 8, 0, 0, TimeSpan.Zero);

    internal static DateTimeOffset EarlierEdition { get; } = new(2023, 10, 2, 7, 0, 0, TimeSpan.Zero);

    internal static DateTimeOffset OpenEdition { get; } = new(2026, 9, 1, 7, 0, 0, TimeSpan.Zero);

    internal static DateTimeOffset RunBegins { get; } = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    internal static RunCalendar Run { get; } = new(
        OpenEdition, new(2027, 3, 31, 23, 59, 0, TimeSpan.Zero), new(2027, 7, 30, 17, 0, 0, TimeSpan.Zero), new(2027, 10, 15, 10, 0, 0, TimeSpan.Zero), 21, [60, 30, 7, 1]);

    /// <summary>When work on the edition after the open one begins.</summary>
    internal static DateTimeOffset DraftBegins { get; } = new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);

    internal static DateTimeOffset Seal { get; } = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    /// <summary>A working day of a country within the first four weeks after a day.</summary>
    internal static DateTimeOffset Begun(DateTimeOffset day, string country) =>
        day.AddDays((7 * (int)(StableHash.Share(country + "week") * 4)) + (int)(StableHash.Share(country + "day") * 4)).AddMinutes((int)(StableHash.Share(country + "hour") * 480));
}

/// <summary>A clock that goes on by some minutes with every look at it; the next day begins after eight hours of work.</summary>
internal sealed class DemoClock(DateTimeOffset begin, string seed) : TimeProvider
{
    private DateTimeOffset _now = begin;
    private int _looks;

    public override DateTimeOffset GetUtcNow()
    {
        _now = _now.AddSeconds(60 + (int)(StableHash.Share($"{seed}{_looks++}") * 600));
        return _now = _now.Hour >= 16 ? new DateTimeOffset(_now.Date.AddDays(_now.DayOfWeek == DayOfWeek.Friday ? 3 : 1), TimeSpan.Zero).AddHours(7) : _now;
    }
}
