using System.Collections.Immutable;
using System.Globalization;
using Gci.Data;
using Gci.Data.Runs;
using Gci.Editions.Translations;
using Gci.Web.Accounts;

namespace Gci.Web.Running;

/// <summary>The dates of a run as a form has them: local to no place, all in UTC.</summary>
public sealed record CalendarForm(string? Opens, string? AnswersDue, string? VerificationEnds, string? Publication, string? ReturnDays, string? ReminderDays)
{
    private const string Minutes = "yyyy-MM-dd'T'HH:mm";

    private static readonly string[] s_forms = [Minutes, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];

    public static CalendarForm Of(RunCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(
            Text(calendar.Opens), Text(calendar.AnswersDue), Text(calendar.VerificationEnds), Text(calendar.Publication), calendar.ReturnDays.ToString(CultureInfo.InvariantCulture),
            string.Join(' ', calendar.ReminderDays.Select(days => days.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>The calendar, or what is wrong with the form.</summary>
    public (RunCalendar Calendar, Mistakes Mistakes) Read(InterfaceTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var mistakes = new Mistakes();
        var calendar = new RunCalendar(
            Date("opens", Opens), Date("answersDue", AnswersDue), Date("verificationEnds", VerificationEnds), Date("publication", Publication),
            int.TryParse(ReturnDays?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0, Reminders());
        if (!mistakes.Any && calendar.WhyNot() is { } refusal)
        {
            mistakes.Add(FieldOf(refusal), texts.Of(refusal));
        }

        return (calendar, mistakes);

        DateTimeOffset? Date(string field, string? text)
        {
            var date = Moment(text);
            if (date is null && !string.IsNullOrWhiteSpace(text))
            {
                mistakes.Add(field, texts.Of(new Refusal("run-date")));
            }

            return date;
        }

        ImmutableArray<int> Reminders() =>
        [
            .. (ReminderDays ?? "").Split([' ', ',', ';', '،'], StringSplitOptions.RemoveEmptyEntries)
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct().OrderDescending(),
        ];
    }

    /// <summary>A date and time as browsers send it, in UTC; a day alone lasts until its end. Null where it is none.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text?.Trim(), s_forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is >= 2000 and < 2200
            ? text!.Contains('T', StringComparison.Ordinal) ? moment : moment.AddDays(1).AddMinutes(-1)
            : null;

    /// <summary>As fields for date and time hold it.</summary>
    public static string? Text(DateTimeOffset? moment) => moment?.UtcDateTime.ToString(Minutes, CultureInfo.InvariantCulture);

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code switch { "run-return-days" => "returnDays", "run-reminder-days" => "reminderDays", "run-dates-order" => "answersDue", _ => "" };
    }
}
