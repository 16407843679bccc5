using System.Diagnostics;
using System.Globalization;
using Gci.Editions.Translations;

namespace Gci.Editions.Tests.Translations;

/// <summary>Plural forms are those of Unicode CLDR, as the Intl of Node knows them.</summary>
public sealed class PluralsTests
{
    private static readonly long[] s_numbers =
        [.. Enumerable.Range(-130, 2500).Select(number => (long)number), .. Enumerable.Range(1, 60).SelectMany(number => new[] { number * 1000L, (number * 1000L) + 1, number * 1_000_000L, (number * 1_000_000L) + 5 })];

    [Fact]
    public async Task Every_language_takes_the_form_that_CLDR_gives_the_number()
    {
        const string Script = """
            const [languages, numbers] = JSON.parse(require('fs').readFileSync(0, 'utf8'));
            for (const language of languages) console.log(numbers.map(number => new Intl.PluralRules(language).select(number)).join(' '));
            """;
        var lines = (await NodeAsync(Script, $"[[\"{string.Join("\",\"", Languages.All)}\"],[{string.Join(',', s_numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]]"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(Languages.All.Zip(lines), pair => Assert.Equal(pair.Second.Split(' '), s_numbers.Select(number => Plurals.FormOf(pair.First, number))));
        Assert.Equal(Languages.All.Length, lines.Length);
    }

    [Theory]
    [InlineData("ar", long.MaxValue, "few")]
    [InlineData("ar", long.MinValue, "few")]
    [InlineData("ru", long.MaxValue, "many")]
    [InlineData("ru", long.MinValue, "many")]
    [InlineData("fr", long.MinValue, "other")]
    public void The_largest_and_smallest_numbers_have_a_form(string language, long number, string form) => Assert.Equal(form, Plurals.FormOf(language, number));

    [Fact]
    public void Each_form_that_a_number_takes_is_one_that_translations_are_written_in() => Assert.All(Languages.All, language =>
        Assert.Subset(
            Plurals.FormsOf(language).Concat(Plurals.MoreFormsOf(language)).ToHashSet(),
            s_numbers.Select(number => Plurals.FormOf(language, number)).ToHashSet()));

    private static async Task<string> NodeAsync(string script, string input)
    {
        var start = new ProcessStartInfo("node", ["-e", script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return await output;
    }
}
