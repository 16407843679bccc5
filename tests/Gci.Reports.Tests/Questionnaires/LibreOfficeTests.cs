using System.Diagnostics;
using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Reports.Tests.Questionnaires;

public sealed class LibreOfficeTests
{
    [Fact]
    public async Task LibreOffice_may_save_the_workbook_in_between()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "soffice"))), "LibreOffice is not installed.");
        using var folder = new TemporaryFolder();
        var copies = Languages.All.Select(language => Sample.Copy(language, RandomAnswers.Of(Sample.Edition, new Random(language[1]))))
            .Concat(Languages.All.Select(language => Sample.Copy(Sample.Small, language, RandomAnswers.Of(Sample.Small, new Random(language[0]))))).ToArray();
        for (var index = 0; index < copies.Length; index++)
        {
            await File.WriteAllBytesAsync(folder.At($"{index}.xlsx"), Sample.Written(copies[index]), TestContext.Current.CancellationToken);
        }

        string[] arguments = [$"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", "xlsx", "--outdir", folder.At("saved"), .. Enumerable.Range(0, copies.Length).Select(index => folder.At($"{index}.xlsx"))];
        using (var office = Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!)
        {
            await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        for (var index = 0; index < copies.Length; index++)
        {
            var saved = await File.ReadAllBytesAsync(folder.At("saved", $"{index}.xlsx"), TestContext.Current.CancellationToken);
            var rows = RoundTripTests.Unchanged(copies[index], saved).Rows;
            var random = new Random(index);
            RoundTripTests.ExactlyChanged(copies[index], saved, [.. rows.OrderBy(_ => random.Next()).Take(5)], random);
        }
    }
}
