using System.Net;
using System.Text.RegularExpressions;
using ClosedXML.Excel;

namespace Gci.Testing.Web;

/// <summary>A downloaded workbook in somebody's hands, and the preview that comes of it.</summary>
public static partial class FilledWorkbook
{
    public const int Answer = 4;
    public const int Title = 5;
    public const int Kind = 6;

    public static async Task<byte[]> DownloadAsync(Browser browser, Guid response, string language = "en")
    {
        var answer = await browser.GetAsync($"/responses/{response}/copies/questionnaire.xlsx?language={language}");
        Assert.Equal(
            (HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Types into cells by the hidden key of their row, and saves with a program that did not write the workbook.</summary>
    public static byte[] Typed(byte[] workbook, params IEnumerable<(string Key, int Column, string? Text)> entries)
    {
        using var content = new MemoryStream(workbook);
        using var book = new XLWorkbook(content);
        var rows = book.Worksheets.SelectMany(sheet => sheet.Column(1).CellsUsed()).Where(cell => cell.GetString().Contains('/', StringComparison.Ordinal))
            .DistinctBy(cell => cell.GetString()).ToDictionary(cell => cell.GetString());
        foreach (var (key, column, text) in entries)
        {
            rows[key].WorksheetRow().Cell(column).SetValue(text);
        }

        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    /// <summary>The fields of the form of a preview, as a browser without script sends them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(string page, bool takeMine = false) =>
    [
        .. Input().Matches(page).Select(match => match.Value).Where(input => takeMine && input.Contains("type=\"radio\"", StringComparison.Ordinal)
                ? input.Contains("\"mine\"", StringComparison.Ordinal)
                : input.Contains("type=\"hidden\"", StringComparison.Ordinal) || input.Contains(" checked", StringComparison.Ordinal))
            .Select(input => KeyValuePair.Create(Attribute(input, "name"), WebUtility.HtmlDecode(Attribute(input, "value"))))
            .Where(field => field.Key is "row" or "origin" or "mark" || field.Key.StartsWith("take.", StringComparison.Ordinal)),
    ];

    /// <summary>The questions that a preview would change, in its order.</summary>
    public static IReadOnlyList<string> Questions(string page) =>
        [.. Fields(page).Where(field => field.Key == "row").Select(field => RowCode().Match(field.Value).Groups[1].Value)];

    private static string Attribute(string input, string name) => Regex.Match(input, $" {name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("\"code\":\"([^\"]+)\"")]
    private static partial Regex RowCode();
}
