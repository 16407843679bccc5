using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>What people do again and again, and what every page must be.</summary>
public static class Steps
{
    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Where pictures go; null for none.</summary>
    private static string? Pictures { get; } = Environment.GetEnvironmentVariable("GCI_PICTURES") is { Length: > 0 } folder ? folder : null;

    /// <summary>Signs in by the form as <c>NAME@example.org</c>.</summary>
    public static async Task SignInAsync(this IPage page, string name)
    {
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#email", $"{name}@example.org");
        await page.FillAsync("#password", Service.Password);
        await page.ClickAsync("main button");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/responses$"));
    }

    /// <summary>Signs in, unless it is nobody's page, and chooses the language of the account, which counts more than that of the window.</summary>
    public static async Task ArriveAsync(this IPage page, string name, string language)
    {
        if (name != Pages.Anybody)
        {
            await page.SignInAsync(name);
            await page.ClickAsync($"button[name=language][value={language}]");
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        }
    }

    /// <summary>No violation of WCAG 2.2 A and AA that axe can find.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        var violations = await page.ViolationsAsync();
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    /// <summary>What axe finds against the rules of WCAG 2.2 A and AA, or against some of its rules.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => !!window.axe"))
        {
            await page.EvaluateAsync(s_axe);
        }

        var found = await page.EvaluateAsync<string[]>("""
            async rules => (await axe.run(document, { resultTypes: ['violations'], preload: false, runOnly: rules.length ? rules : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] }))
              .violations.map(rule => `${rule.id} (${rule.help}): ${rule.nodes.slice(0, 4).map(node => node.html).join(', ')}`)
            """, rules);
        return [.. found.Select(violation => $"{Shown(page)}: {violation}")];
    }

    /// <summary>Nothing has to be scrolled sideways, but what scrolls in a box of its own.</summary>
    public static async Task AssertFitsAsync(this IPage page) => Assert.Equal([], await page.OverflowAsync());

    /// <summary>What sticks out of the window at its side.</summary>
    public static async Task<IReadOnlyList<string>> OverflowAsync(this IPage page)
    {
        var tooWide = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
        return tooWide <= 0 ? [] : [$"{Shown(page)} is {tooWide} pixels too wide."];
    }

    private static string Shown(IPage page) => $"{new Uri(page.Url).AbsolutePath} at {page.ViewportSize!.Width}";

    /// <summary>A picture of the whole page for people to look at, where GCI_PICTURES names a folder.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Pictures is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    /// <summary>Presses the tabulator until the element has the focus, and sees that the focus can be seen and is not hidden behind anything.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("wanted => document.activeElement?.matches(wanted) ?? false", selector))
            {
                var seen = await page.EvaluateAsync<bool>("""
                    () => { const box = document.activeElement.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
                      const above = document.elementFromPoint(x, y); return above === document.activeElement || document.activeElement.contains(above) || !!above?.contains(document.activeElement); }
                    """);
                Assert.True(seen, $"{selector} has the focus and lies behind something else.");
                return;
            }
        }

        Assert.Fail($"The tabulator does not reach {selector} on {page.Url}.");
    }

    /// <summary>Goes to a field by the tabulator and types.</summary>
    public static async Task TypeIntoAsync(this IPage page, string selector, string text)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a link or a button by the tabulator, presses Enter, and waits for the page behind it.</summary>
    public static async Task FollowAsync(this IPage page, string selector, string address)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address);
    }

    /// <summary>The box of a question on a section page.</summary>
    public static ILocator Question(this IPage page, string code) => page.Locator($"[data-code='{code}']");

    /// <summary>An option of a question.</summary>
    public static ILocator Option(this IPage page, string code, string value) => page.Locator($"[name='{code}.value'][value='{value}']");

    /// <summary>Waits until the box says that its answer is saved.</summary>
    public static Task SavedAsync(this ILocator question) => Assertions.Expect(question).ToHaveAttributeAsync("data-state", "saved");
}
