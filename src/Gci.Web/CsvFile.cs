using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gci.Web;

/// <summary>Tables that people download and open in a spreadsheet.</summary>
internal static class CsvFile
{
    /// <summary>With the mark by which spreadsheets know UTF-8.</summary>
    internal static IResult Of(string text, string name) => Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", name);

    /// <summary>In UTC, to the second; nothing where there is none.</summary>
    internal static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
