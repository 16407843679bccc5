using System.Text;
using System.Text.RegularExpressions;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Web.Tests;

/// <summary>A service whose French lacks one sentence of the start page, and nothing else.</summary>
public sealed class ServiceInPartlyFrench : ServiceOnSqlite
{
    internal const string Missing = "home.trust-saved";

    private readonly TemporaryFolder _folder = new();

    protected override ServiceOptions Configured(ServiceOptions options)
    {
        var english = new EditionsFolder(Repository.Root).Interface(new())[Languages.Source];
        foreach (var path in Directory.GetFiles(Repository.At("questionnaires", "interface", "en"), "*.yaml"))
        {
            _folder.Write($"questionnaires/interface/en/{Path.GetFileName(path)}", File.ReadAllText(path));
            var keys = File.ReadLines(path).Select(line => Regex.Match(line, "^([a-z][^:\\s]*):").Groups[1].Value).Where(key => english.Has(key) && key != Missing);
            _folder.Write($"questionnaires/interface/fr/{Path.GetFileName(path)}", French(english, keys));
        }

        return options with { Sentences = _folder.Path };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    private static string French(InterfaceTexts english, IEnumerable<string> keys)
    {
        var file = new StringBuilder();
        foreach (var key in keys)
        {
            file.Append(key).Append(":\n  source: \"").Append(Translation.SourceHash(english[key])).Append("\"\n  state: draft\n  text: ")
                .Append(System.Text.Json.JsonSerializer.Serialize("° " + english[key])).Append('\n');
        }

        return file.ToString();
    }
}

/// <summary>A page on which a sentence stands in English says so once, in its own language; other pages say nothing.</summary>
public sealed class PartlyEnglishTests(ServiceInPartlyFrench service) : IClassFixture<ServiceInPartlyFrench>
{
    private const string Said = "° Some sentences on this page have not been translated yet and stand in English.";

    [Fact]
    public async Task The_page_that_lacks_a_sentence_says_so_once()
    {
        var page = await PageAsync("/", "fr");

        Assert.Contains("<p class=\"hint\">" + Said + "</p>", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, Regex.Escape(Said)));
    }

    [Fact]
    public async Task A_page_that_lacks_none_says_nothing_also_after_another_one_did()
    {
        await PageAsync("/", "fr");

        var page = await PageAsync("/account/sign-in", "fr");

        Assert.Contains("lang=\"fr\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("stand in English", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_itself_lacks_nothing() => Assert.DoesNotContain("stand in English", await PageAsync("/", "en"), StringComparison.Ordinal);

    [Fact]
    public async Task In_a_language_without_any_translation_the_note_is_English_and_marked_as_English() =>
        Assert.Contains($"<span lang=\"en\" dir=\"ltr\">{Said[2..]}</span>", await PageAsync("/account/sign-in", "ar"), StringComparison.Ordinal);

    private async Task<string> PageAsync(string path, string language)
    {
        var browser = service.Anonymous();
        await browser.PostAsync("/account/language", new() { ["language"] = language, ["returnTo"] = "/" }, "/");
        return await browser.TextAsync(path);
    }
}
