using System.Collections.Immutable;
using Gci.Reports.Blocks;
using Gci.Reports.Writing;
using UglyToad.PdfPig;

namespace Gci.Reports.Tests.Writing;

/// <summary>Writes reports for the tests; the large sample only once.</summary>
internal static class Written
{
    private static readonly Lazy<Task<byte[]>> Large = new(() => WriteAsync(SampleReport.English(), CancellationToken.None));

    /// <summary>Skips the test that asks, where the engine is not installed.</summary>
    public static async Task<byte[]> LargeAsync() => await OrSkip(() => Large.Value);

    public static Task<byte[]> PdfAsync(Report report) => OrSkip(() => WriteAsync(report, TestContext.Current.CancellationToken));

    public static Report Of(params ImmutableArray<Block> blocks) =>
        new("A title", "A subtitle", "A publisher", "en", null, new DateOnly(2026, 1, 2), SampleReport.Colours, [], blocks);

    /// <summary>The text of each page without white space, in which a line break cannot hide a word.</summary>
    public static string[] Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => Squeezed(page.Text))];
    }

    public static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '\u200B'));

    private static async Task<byte[]> OrSkip(Func<Task<byte[]>> write)
    {
        try
        {
            return await write();
        }
        catch (MissingComponentException missing)
        {
            Assert.Skip(missing.Message);
            return [];
        }
    }

    private static async Task<byte[]> WriteAsync(Report report, CancellationToken cancel)
    {
        using var output = new MemoryStream();
        await new TypstReportWriter().WriteAsync(report, output, cancel);
        if (Environment.GetEnvironmentVariable("GCI_SAMPLES") is { Length: > 0 } folder)
        {
            var name = $"{report.Language}-{report.Blocks.Length}.pdf";
            await File.WriteAllBytesAsync(Path.Combine(folder, name), output.ToArray(), cancel);
        }

        return output.ToArray();
    }
}
