using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires;

namespace Gci.Reports.Tests.Questionnaires;

/// <summary>Answers to every question as they could stand in the service, with texts that a workbook can spoil.</summary>
internal static class RandomAnswers
{
    /// <summary>Texts that look like formulas, numbers, days, escapes and tags, in many scripts, with spaces and line breaks.</summary>
    internal static ImmutableArray<string> Texts { get; } =
    [
        "=1+1", "+44 20 7946", "-2 and more", "@home", "=cmd|' /C calc'!A0", "00123", "1/2", "2024-09-12", "TRUE", "1e5", "12,5", " begins and ends with spaces ",
        "two\nlines", "line\n\nline\n", "a\ttab", "الأمن السيبراني: نعم (2024).", "网络安全战略（2024年）", "Стратегия, раздел 1", "😀 𠜎 𝔘", "_x000A_ and _x005F_ and _x00e9_ and _X0041_",
        "<b>&amp;</b> \"quoted\" 'single'", "é é", "'apostrophe first", "x", "0", "null", "- a point\n- another", "\u200Fright\u200E left\u202A", "#N/A", "{=SUM(A1)}",
    ];

    internal static Gen<ImmutableSortedDictionary<string, CopiedAnswer>> Of(Edition edition) => Gen.Int.Select(seed => Of(edition, new Random(seed)));

    internal static ImmutableSortedDictionary<string, CopiedAnswer> Of(Edition edition, Random random) => edition.Questionnaire!.Questions()
        .ToImmutableSortedDictionary(question => question.Code, question => Answer(question, edition, random), StringComparer.Ordinal);

    private static CopiedAnswer Answer(Question question, Edition edition, Random random) => random.Next(6) switch
    {
        0 => CopiedAnswer.None,
        1 => new(random.Next(1, 9), null, true, Text(random), Maybe(random), false, []),
        _ => new(random.Next(1, 99), Value(question.Type, edition, random), false, null, Maybe(random), random.Next(5) == 0, Links(question, random)),
    };

    internal static string Value(AnswerType type, Edition edition, Random random) => type switch
    {
        ChoiceType choice => Any(choice.Options, random).Code,
        TicksType ticks => random.Next(4) == 0 && ticks.Options.FirstOrDefault(option => option.IsExclusive) is { } alone ? alone.Code
            : string.Join(random.Next(2) == 0 ? ";" : "; ", ticks.Options.Where(option => !option.IsExclusive).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(option => option.Code)),
        NumberType number => Number(number, random),
        DateType => Day(edition, random),
        TextType => "T" + Text(random),
        TableType table => Table(table, edition, random),
        _ => throw new InvalidOperationException(),
    };

    private static string Table(TableType type, Edition edition, Random random)
    {
        var rows = Enumerable.Range(0, random.Next(1, Math.Min(6, type.MaximumRows))).Select(_ => new JsonObject(type.Columns.Skip(random.Next(2)).Select(column => KeyValuePair.Create<string, JsonNode?>(
            column.Code,
            column.Type switch
            {
                ColumnType.Text => "T" + Text(random),
                ColumnType.Number => random.Next(-5, 500).ToString(CultureInfo.InvariantCulture),
                ColumnType.Date => Day(edition, random),
                _ => Any([.. edition.Countries.Keys], random),
            }))));
        return new JsonArray([.. rows]).ToJsonString(new JsonSerializerOptions { WriteIndented = random.Next(2) == 0 });
    }

    private static ImmutableArray<CopiedLink> Links(Question question, Random random) => question.Evidence is not { } policy ? [] :
    [
        .. Enumerable.Range(0, random.Next(Math.Min(policy.Maximum, 3) + 1)).Select(number => new CopiedLink(
            $"https://example.org/{number}?a=1&b=é#x_x0041_", random.Next(3) == 0 ? "" : Text(random), random.Next(4) == 0 ? "" : Any(policy.Kinds, random))),
    ];

    private static string Number(NumberType type, Random random) =>
        Math.Round((decimal)(type.Minimum + (random.NextDouble() * (Math.Min(type.Maximum, 1e6) - type.Minimum))), type.Decimals).ToString(CultureInfo.InvariantCulture);

    private static string Day(Edition edition, Random random) =>
        edition.ReferenceDate.AddDays(-random.Next(60_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Maybe(Random random) => random.Next(2) == 0 ? null : Text(random);

    internal static string Text(Random random) => Any(Texts, random) + (random.Next(3) == 0 ? Any(Texts, random) : "");

    private static T Any<T>(ImmutableArray<T> items, Random random) => items[random.Next(items.Length)];
}
