using System.Diagnostics;

namespace Gci.Testing.Web;

/// <summary>The text of a PDF as another program reads it.</summary>
public static class PdfText
{
    /// <summary>Without white space and places to break, so that no line end hides a word; skips the test where pdftotext is not installed.</summary>
    public static async Task<string> SqueezedAsync(byte[] pdf)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "pdftotext"))), "pdftotext is not installed; apt-get install poppler-utils.");
        using var process = Process.Start(new ProcessStartInfo("pdftotext") { ArgumentList = { "-", "-" }, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(pdf, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        return string.Concat((await text).Where(letter => !char.IsWhiteSpace(letter) && letter != '\u200B'));
    }
}
