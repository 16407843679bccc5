using System.Diagnostics;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires;
using Gci.Testing;

namespace Gci.Reports.Tests.Questionnaires;

public sealed class LibreOfficeTests
{
    private const int Responses = 200;

    // It stops without a word after some 250 files.
    private const int FilesAtOnce = 100;

    [Fact]
    public async Task LibreOffice_may_save_the_whole_questionnaire_in_between() =>
        await ThereAndBackAsync([.. Languages.All.Select(language => Sample.Copy(language, RandomAnswers.Of(Sample.Edition, new Random(language[1]))))]);

    /// <summary>Each response in one language, in turn; with GCI_LONG=1 each in all six, which takes some minutes.</summary>
    [Fact]
    public async Task LibreOffice_may_save_two_hundred_responses_in_between()
    {
        var isLong = Environment.GetEnvironmentVariable("GCI_LONG") == "1";
        await ThereAndBackAsync(
        [
            .. Enumerable.Range(0, Responses).Select(seed => (seed, Answers: RandomAnswers.Of(Sample.Small, new Random(seed))))
                .SelectMany(response => (isLong ? Languages.All : [Languages.All[response.seed % Languages.All.Length]]).Select(language => Sample.Copy(Sample.Small, language, response.Answers))),
        ]);
    }

    // A workbook that was only opened and saved changes nothing; then some cells are typed over, and they and nothing else change.
    private static async Task ThereAndBackAsync(QuestionnaireCopy[] copies)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "soffice"))), "LibreOffice is not installed.");
        using var folder = new TemporaryFolder();
        for (var index = 0; index < copies.Length; index++)
        {
            await File.WriteAllBytesAsync(folder.At($"{index}.xlsx"), Sample.Written(copies[index]), TestContext.Current.CancellationToken);
        }

        foreach (var files in Enumerable.Range(0, copies.Length).Chunk(FilesAtOnce))
        {
            await SaveAsync(folder, files);
        }

        Assert.All(Enumerable.Range(0, copies.Length), index =>
        {
            var saved = File.ReadAllBytes(folder.At("saved", $"{index}.xlsx"));
            var rows = RoundTripTests.Unchanged(copies[index], saved).Rows;
            var random = new Random(index);
            RoundTripTests.ExactlyChanged(copies[index], saved, [.. rows.OrderBy(_ => random.Next()).Take(random.Next(1, 6))], random);
        });
    }

    // One call for many: its start takes longer than twenty files.
    private static async Task SaveAsync(TemporaryFolder folder, int[] files)
    {
        string[] arguments =
        [
            $"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", "xlsx", "--outdir", folder.At("saved"),
            .. files.Select(file => folder.At($"{file}.xlsx")),
        ];
        using var office = Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = Task.WhenAll(office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        await told;
    }
}
