using System.Text.RegularExpressions;
using Gci.Testing;

namespace Gci.Benchmarks.Service;

/// <summary>Somebody of the demonstration, signed in, with the national response to the open edition.</summary>
/// <param name="Cookies">The header of all cookies.</param>
/// <param name="Token">The anti-forgery token of programs' requests.</param>
internal sealed partial record SignedIn(string Cookies, string Token, string Response)
{
    private const string Password = "only a demonstration";

    internal string Headers => $"Cookie: {Cookies}\r\nAccept-Encoding: br\r\n";

    /// <summary>Signs in; opens the country's response where it is not begun.</summary>
    internal static async Task<SignedIn> AsAsync(string email, Uri address, string edition)
    {
        var browser = new Browser(address);
        await browser.PostAsync("/account/sign-in", new() { ["email"] = email, ["password"] = Password });
        var page = await TextAsync(browser, "/responses");
        if (Offer().IsMatch(page))
        {
            await browser.PostAsync("/responses", new() { ["edition"] = edition });
            page = await TextAsync(browser, "/responses");
        }

        return new(browser.Cookies, Form().Match(page).Groups[1].Value, Link().Match(page).Groups[1].Value);
    }

    /// <summary>The addresses of all pages of questions.</summary>
    internal async Task<string[]> SectionsAsync(Uri address, CancellationToken cancel)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", Cookies);
        var page = await client.GetStringAsync(new Uri($"/responses/{Response}", UriKind.Relative), cancel);
        return [.. Section().Matches(page).Select(found => found.Groups[1].Value).Distinct()];
    }

    private static async Task<string> TextAsync(Browser browser, string path) => await (await browser.GetAsync(path)).Content.ReadAsStringAsync();

    [GeneratedRegex("name=\"edition\" value=")]
    private static partial Regex Offer();

    [GeneratedRegex("href=\"/responses/([0-9a-f-]{36})\"")]
    private static partial Regex Link();

    [GeneratedRegex("href=\"(/responses/[0-9a-f-]{36}/sections/[^\"]+)\"")]
    private static partial Regex Section();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Form();
}
