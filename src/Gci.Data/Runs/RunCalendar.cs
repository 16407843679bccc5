using System.Collections.Immutable;
using Gci.Data.Auditing;

namespace Gci.Data.Runs;

/// <summary>The dates of an edition's run. Nothing but the end of answering happens by itself.</summary>
/// <param name="Opens">When countries begin to answer, for invitations; null where it is not set.</param>
/// <param name="AnswersDue">When answering ends for countries without an extension.</param>
/// <param name="VerificationEnds">When reviewers are to be done.</param>
/// <param name="Publication">When results are to be out.</param>
/// <param name="ReturnDays">How many days a country has to look at what was returned or offered to it.</param>
/// <param name="ReminderDays">How many days before <paramref name="AnswersDue"/> countries that have not submitted are reminded, most days first.</param>
public sealed record RunCalendar(
    DateTimeOffset? Opens, DateTimeOffset? AnswersDue, DateTimeOffset? VerificationEnds, DateTimeOffset? Publication, int ReturnDays, ImmutableArray<int> ReminderDays)
{
    public const int MostReturnDays = 120;
    public const int MostReminders = 10;

    public static RunCalendar Empty { get; } = new(null, null, null, null, 21, [30, 7, 1]);

    /// <summary>What is wrong with the dates; null where they follow each other.</summary>
    public Refusal? WhyNot()
    {
        DateTimeOffset[] set = [.. ((DateTimeOffset?[])[Opens, AnswersDue, VerificationEnds, Publication]).OfType<DateTimeOffset>()];
        return !set.SequenceEqual(set.Order()) ? new Refusal("run-dates-order")
            : ReturnDays is < 1 or > MostReturnDays ? new("run-return-days", ("maximum", MostReturnDays))
            : ReminderDays.Length > MostReminders || ReminderDays.Any(days => days is < 1 or > 365) ? new("run-reminder-days", ("maximum", MostReminders))
            : null;
    }

    internal string ContentHash() => CanonicalHash.Of(
    [
        "calendar", Text(Opens), Text(AnswersDue), Text(VerificationEnds), Text(Publication), CanonicalHash.Number(ReturnDays), .. ReminderDays.Select(days => CanonicalHash.Number(days)),
    ]);

    private static string? Text(DateTimeOffset? time) => time is { } known ? CanonicalHash.Time(known) : null;
}
