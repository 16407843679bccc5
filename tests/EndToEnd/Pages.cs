using System.Text.RegularExpressions;
using Gci.Testing;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>One page as somebody sees it.</summary>
/// <param name="Person">The sign-in name, or <see cref="Pages.Anybody"/>.</param>
/// <param name="Path">What is typed into the address bar.</param>
public sealed record Visit(string Person, string Path)
{
    /// <summary>What is done there before the page is looked at.</summary>
    public Func<IPage, Task>? Then { get; init; }

    /// <summary>The address of the page that is looked at, without a query.</summary>
    public string Shows { get => field ?? Path.Split('?')[0]; init; }

    /// <summary>The status with which the page comes.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What tells the page from another state of the same one in the name of a picture.</summary>
    public string? State { get; init; }
}

/// <summary>Every page of the service, and who sees it.</summary>
public static class Pages
{
    /// <summary>Somebody who is not signed in.</summary>
    public const string Anybody = "anybody";

    /// <summary>Pages that show nothing, and why.</summary>
    public static IReadOnlyDictionary<string, string> Actions { get; } = new Dictionary<string, string>
    {
        ["/account/language"] = "takes the language and leads back",
        ["/account/provider"] = "receives people from an OpenID Connect provider and leads on",
        ["/account/sign-out"] = "ends the session and leads to the start page",
        ["/responses/self-assessments"] = "begins a private copy and leads to it",
    };

    public static IReadOnlyList<Visit> Of(Scenery scenery)
    {
        ArgumentNullException.ThrowIfNull(scenery);
        return [.. BeforeSignIn(scenery), .. OfTheFocalPoint(scenery), .. OfTheOthers(scenery), .. OfTheReviewers(scenery), .. OfTheMakers()];
    }

    /// <summary>The addresses of all Razor pages, as they stand in the first line of each.</summary>
    public static IReadOnlyList<string> Templates() =>
    [
        .. Directory.EnumerateFiles(Repository.At("src", "Gci.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => Regex.Match(File.ReadLines(file).FirstOrDefault() ?? "", "^@page \"(.+)\"")).Where(match => match.Success).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether an address is one of a template's.</summary>
    public static bool IsAt(string template, string path)
    {
        var pattern = Regex.Replace(template, @"(/?)\{(\*\*)?(\w+)(:guid|\?)?}", part => part.Groups[4].Value switch
        {
            _ when part.Groups[2].Success => "/.+",
            ":guid" => "/[0-9a-f-]{36}",
            "?" => "(/[^/]+)?",
            _ => "/[^/]+",
        });
        return Regex.IsMatch(path, $"^{pattern}$");
    }

    private static IEnumerable<Visit> BeforeSignIn(Scenery scenery) =>
    [
        new(Anybody, "/"),
        new(Anybody, "/account/sign-in"),
        new(Anybody, "/account/sign-in") { State = "wrong", Then = page => SignInAsync(page, "nobody") },
        new(Anybody, "/account/sign-in") { Shows = "/account/sign-in/code", Then = page => SignInAsync(page, "selu") },
        new(Anybody, "/account/forgotten"),
        new(Anybody, "/account/forgotten?sent=true") { State = "sent" },
        new(Anybody, scenery.Reset),
        new(Anybody, scenery.Invitation),
        new(Anybody, $"/account/invitation/{new string('0', 64)}") { Status = 404, State = "unknown" },
        new(Anybody, "/docs/api/operations"),
        new(Anybody, "/problems"),
        new(Anybody, "/problems/not-complete"),
        new(Anybody, "/problem"),
        new(Anybody, "/no-such-page") { Status = 404 },
    ];

    private static IEnumerable<Visit> OfTheFocalPoint(Scenery scenery)
    {
        var kenya = $"/responses/{scenery.Kenya}";
        string[] paths =
        [
            "/responses", "/account", "/account/second-factor", "/account/password", "/account/tokens", $"/responses/{scenery.PrivateCopy}", $"/responses/{scenery.PrivateCopy}/indication", $"/responses/{scenery.PrivateCopy}/end",
            kenya, $"{kenya}/sections/LEG-1", $"{kenya}/sections/CAP-1", $"{kenya}/sections/COO-1", $"{kenya}/questions/LEG-1.1.1", $"{kenya}/copies", $"{kenya}/check", $"{kenya}/history",
            $"{kenya}/people", $"{kenya}/people/invite", $"{kenya}/people/{scenery.Contributor}", $"{kenya}/messages", $"{kenya}/messages/secretariat", $"{kenya}/messages/country/LEG-1.1.1",
        ];
        return
        [
            .. paths.Select(path => new Visit("amina", path)),
            new("amina", $"{kenya}/check?only=findings") { State = "findings" },
            new("amina", $"/responses/{scenery.PrivateCopy}/end") { State = "not-sure", Then = page => page.ClickAsync("form[action$='handler=delete'] button") },
            new("amina", $"{kenya}/copies") { State = "preview", Then = page => BringBackAsync(page, scenery.Workbook) },
            new("fatu", $"/responses/{scenery.Untouched}/check") { State = "mistakes", Then = page => page.ClickAsync("form.certificate button") },
        ];
    }

    private static IEnumerable<Visit> OfTheOthers(Scenery scenery) =>
    [
        new("barasa", $"/responses/{scenery.Kenya}"),
        new("chao", $"/responses/{scenery.Kenya}/sections/LEG-1"),
        new("timoci", $"/responses/{scenery.Submitted}/receipt"),
        new("timoci", $"/responses/{scenery.Submitted}/sections/LEG-1"),
        new("rosa", "/responses"),
        new("rosa", "/messages"),
        new("rosa", $"/responses/{scenery.Kenya}/messages"),
        new("anders", "/editions"),
        new("anders", "/editions/2024"),
        new("anders", "/editions/2026"),
        new("anders", "/editions/2026/calendar"),
        new("anders", "/editions/2026/steps/close-answering"),
        new("anders", "/editions/2026/remind"),
        new("anders", "/editions/2026/countries?region=AFR"),
        new("anders", "/editions/2026/countries/KEN"),
        new("tess", "/account/second-factor"),
        new("elena", "/editions/2026/consultation"),
        new("elena", "/editions/2026/consultation/LEG-1"),
        new("adam", "/responses"),
        new("adam", "/accounts"),
        new("adam", "/accounts/invite"),
        new("adam", "/accounts/invitations"),
        new("adam", "/accounts/mails"),
        new("adam", $"/accounts/{scenery.Contributor}"),
    ];

    private static IEnumerable<Visit> OfTheReviewers(Scenery scenery) =>
    [
        new("rosa", "/reviews"),
        new("rosa", "/reviews/adjudication"),
        new("anders", "/reviews"),
        new("anders", $"/reviews/{scenery.Submitted}"),
        new("anders", $"/reviews/{scenery.Submitted}/assign"),
        new("anders", $"/reviews/{scenery.Submitted}/questions/LEG"),
        new("anders", $"/reviews/{scenery.Submitted}/return"),
        new("anders", "/editions/2024/agreement"),
        new("anders", "/editions/2024/assignments"),
        new("anders", "/editions/2024/research"),
        new("anders", "/editions/2026/freeze"),
        new("anders", "/editions/2026/snapshots"),
        new("anders", "/editions/2026/changes"),
        new("anders", "/editions/2024/changes?from=2026") { State = "without-a-map" },
        new("amina", "/editions/2026/changes?from=2024") { State = "respondent" },
        new("tui", $"/responses/{scenery.Returned}/returned"),
        new("caio", $"/responses/{scenery.Offered}/offer"),
    ];

    private static IEnumerable<Visit> OfTheMakers()
    {
        const string Draft = "/editions/2028/draft", File = "questionnaires/2028/legal.yaml";
        string[] paths =
        [
            "/editions/derive", Draft, $"{Draft}/add?at=LEG-2", $"{Draft}/check", $"{Draft}/map", $"{Draft}/files", $"{Draft}/files/{File}", $"{Draft}/history/{File}", $"{Draft}/merge?codes=LEG-1.1.1",
            $"{Draft}/questions/LEG-1.1.1", $"{Draft}/questions/LEG-1.1.1/split", $"{Draft}/questions/LEG-1.1.1/ar",
        ];
        return
        [
            .. paths.Select(path => new Visit("anders", path)),
            new("anders", $"{Draft}/files/{File}") { State = "checked", Then = page => CheckAsync(page) },
            new("anders", $"{Draft}/questions/LEG-1.1.1") { State = "no-reason", Then = page => RewordAsync(page) },
        ];
    }

    private static async Task CheckAsync(IPage page)
    {
        await page.FillAsync("#text", "pillar: LEG\n");
        await page.ClickAsync("button[formaction$='handler=Check']");
    }

    private static async Task RewordAsync(IPage page)
    {
        await page.FillAsync("#Title", "Entry without right");
        await page.ClickAsync("form:has(#Title) button");
    }

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.FillAsync("#email", $"{name}@example.org");
        await page.FillAsync("#password", Service.Password);
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("#code, .error-summary");
    }

    private static async Task BringBackAsync(IPage page, byte[] workbook)
    {
        await page.SetInputFilesAsync("#workbook", new FilePayload { Name = "answers.xlsx", MimeType = "application/octet-stream", Buffer = workbook });
        await page.ClickAsync("form[enctype] button");
        await page.WaitForSelectorAsync("form[action*='handler=Apply']");
    }
}
