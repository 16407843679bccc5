using System.Text.RegularExpressions;
using Gci.Editions.Translations;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>Every page, in every language, at every width, light and dark: nothing that axe finds, nothing cut off.</summary>
public sealed partial class EveryPageTests(Chromium chromium, Scenery scenery) : IClassFixture<Scenery>
{
    // A phone, the narrowest that WCAG 1.4.10 asks for (1280 pixels at 400 %), and 1280 pixels at 200 %.
    private static readonly int[] s_widths = [640, 390, 320];

    public static TheoryData<string> EveryLanguage() => [.. Languages.All];

    [Fact]
    public void Every_page_of_the_service_is_looked_at_or_shows_nothing()
    {
        var visited = Pages.Of(scenery).Select(visit => visit.Shows).ToArray();
        var templates = Pages.Templates();

        Assert.NotEmpty(templates);
        Assert.Equal([], templates.Where(template => !Pages.Actions.ContainsKey(template) && !visited.Any(path => Pages.IsAt(template, path))));
        Assert.Equal([], Pages.Actions.Keys.Except(templates));
    }

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public async Task Every_page_is_accessible_and_fits_the_window(string language)
    {
        var problems = new List<string>();
        foreach (var visits in Pages.Of(scenery).GroupBy(visit => visit.Person))
        {
            var page = await chromium.OpenAsync(scenery.Address, Window.Desktop with { Language = language });
            await page.ArriveAsync(visits.Key, language);
            foreach (var visit in visits)
            {
                await GoAsync(page, visit);
                Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
                problems.AddRange(await LookAsync(page, language, visit));
            }

            await page.Context.CloseAsync();
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    private static async Task GoAsync(IPage page, Visit visit)
    {
        if (visit.Person == Pages.Anybody)
        {
            await page.Context.ClearCookiesAsync();
        }

        var answer = await page.GotoAsync(visit.Path);
        Assert.Equal((visit.Path, visit.Status), (visit.Path, answer!.Status));
        if (visit.Then is { } then)
        {
            await then(page);
        }

        Assert.Equal(visit.Shows, new Uri(page.Url).AbsolutePath);
    }

    // In a language of either direction, axe also looks at what the dark and the narrowest window change.
    private async Task<List<string>> LookAsync(IPage page, string language, Visit visit)
    {
        var (name, isWhole) = ($"{language}-{visit.Person}-{NameOf(visit)}", language is "ar" or "en");
        await page.PictureAsync(name);
        List<string> problems = [.. await page.ViolationsAsync()];
        if (isWhole)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await page.PictureAsync($"{name}-dark");
            problems.AddRange(await page.ViolationsAsync("color-contrast"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        foreach (var width in s_widths)
        {
            await page.SetViewportSizeAsync(width, 844);
            problems.AddRange(await page.OverflowAsync());
            if (width == Window.Phone.Width)
            {
                await page.PictureAsync($"{name}-phone");
            }
        }

        problems.AddRange(isWhole ? await page.ViolationsAsync("target-size", "scrollable-region-focusable") : []);
        await page.SetViewportSizeAsync(Window.Desktop.Width, Window.Desktop.Height);
        return problems;
    }

    private string NameOf(Visit visit)
    {
        var path = visit.Shows.Replace(scenery.Kenya.ToString(), "ken", StringComparison.Ordinal).Replace(scenery.PrivateCopy.ToString(), "copy", StringComparison.Ordinal);
        return Secret().Replace(path, "x").Trim('/').Replace('/', '-') + (visit.State is { } state ? $"-{state}" : "") is { Length: > 0 } name ? name : "home";
    }

    [GeneratedRegex("[0-9a-f-]{36}(/[A-Za-z0-9_-]{60,})?|[0-9a-f]{64}")]
    private static partial Regex Secret();
}
