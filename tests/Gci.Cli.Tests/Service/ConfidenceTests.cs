using System.IO.Compression;
using ClosedXML.Excel;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Testing;
using Gci.Testing.Runs;

namespace Gci.Cli.Tests.Service;

/// <summary>What a country confides is in no publication, at whatever level.</summary>
public abstract class ConfidenceTests(string? postgreSql) : IDisposable
{
    private static readonly string[] s_levels = ["tiers", "pillars", "internal"];

    private readonly RunData _data = new(postgreSql);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_publication_holds_a_word_of_an_answer_and_no_point_that_tells_one_which_is_confidential()
    {
        await _data.SeedAsync();
        await ConfideAsync();
        Assert.Equal(ExitCode.Done, (await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "helen@example.org")).Code);
        foreach (var level in s_levels)
        {
            Assert.Equal(ExitCode.Done, (await Verb.DrawAsync([.. _data.Arguments("publish", "--edition", "2024", "--from-database", "--disclosure", level, "--out", _data.Folder.At(level))])).Code);
            foreach (var file in Directory.GetFiles(_data.Folder.At(level)))
            {
                Assert.DoesNotContain("canary", await TextAsync(file), StringComparison.OrdinalIgnoreCase);
            }
        }

        using var book = new XLWorkbook(_data.Folder.At("internal", "results.xlsx"));
        var (kenya, estonia) = (Row(book, "KEN"), Row(book, "EST"));
        Assert.All(["COO-1.2", "COO-1", "COO-4.1", "CAP-2.3", "ORG-3.1"], code => Assert.Equal(("withheld", "withheld"), (kenya[code], estonia[code])));
        Assert.All(["LEG-1.1.2", "LEG-1.1", "LEG-1"], code => Assert.Equal("withheld", estonia[code]));
        Assert.All(["LEG-1.1.2", "LEG-1.1", "LEG-1", "LEG", "COO", "ORG-2.1"], code => Assert.NotEqual("withheld", kenya[code]));
        Assert.All(["LEG", "COO", "CAP", "LEG-1.1.3"], code => Assert.NotEqual("withheld", estonia[code]));

        // Alone, the restricted answer could be worked out from the rest of its pillar.
        Assert.Equal("withheld", estonia["LEG-1.1.1"]);
    }

    public void Dispose()
    {
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    // A country that writes canaries wherever it can, and restricts one of its legal answers.
    private async Task ConfideAsync()
    {
        var edition = new EditionsFolder(Repository.Root).Load("2024", new Problems())!;
        var stage = new RunStage(_data.Open, edition);
        var id = await stage.AnswerAsync("EST", "LEG-1.1.1 yes", "LEG-1.1.2 yes", "LEG-1.5 canary-value", "COO-1.2 yes", "COO-4.1 yes", "CAP-2.3 12");
        await stage.ChangeAsync(id, (_, response) => Task.FromResult(response.Raise(
            RunStage.Of("EST"), edition.QuestionOf("LEG-1.1.2")!, Confidentiality.Restricted, Confidentiality.Public, Gci.Data.Moment.Now(TimeProvider.System))));
        await stage.ChangeAsync(id, (_, response) => Task.FromResult(response.Say(RunStage.Of("EST"), "COO-1.2", Audience.Secretariat, "canary-remark", Gci.Data.Moment.Now(TimeProvider.System))));
        await stage.SubmitAsync(id);
        await stage.ReviewAsync(id, "LEG-1.1.1 Verified", "LEG-1.1.2 Verified", "LEG-1.5 PartlyVerified canary-proven", "COO-1.2 Verified", "COO-4.1 Verified", "CAP-2.3 Verified");
    }

    private static Dictionary<string, string> Row(XLWorkbook book, string country)
    {
        var cells = book.Worksheet("Scores").RangeUsed()!.Rows().ToList();
        var head = cells.Find(row => row.Cells().Any(cell => cell.GetString() == "LEG-1.1.1"))!.Cells().Select(cell => cell.GetString());
        var row = cells.Find(row => row.Cells().Any(cell => cell.GetString() == country))!.Cells().Select(cell => cell.GetString());
        return head.Zip(row).Where(pair => pair.First.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static async Task<string> TextAsync(string file)
    {
        if (Path.GetExtension(file) == ".pdf")
        {
            return (await Verb.ProcessAsync("pdftotext", [file, "-"])).Output;
        }

        if (Path.GetExtension(file) != ".xlsx")
        {
            return await File.ReadAllTextAsync(file, Cancel);
        }

        using var zip = ZipFile.OpenRead(file);
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private Task<Ended> RunAsync(params string[] args) => Verb.RunAsync(_data.Arguments(args));
}

public sealed class ConfidenceOnSqliteTests() : ConfidenceTests(null);

public sealed class ConfidenceOnPostgreSqlTests() : ConfidenceTests(RunData.PostgreSqlDatabase());
