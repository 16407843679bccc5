using System.Text.RegularExpressions;
using Gci.Testing;

namespace Gci.Benchmarks.Service;

/// <summary>Somebody of the demonstration, signed in, with a response: the country's own, or a private copy that was just begun.</summary>
/// <param name="Cookies">The header of all cookies.</param>
/// <param name="Token">The anti-forgery token of programs' requests.</param>
internal sealed partial record SignedIn(string Cookies, string Token, string Response)
{
    private const string Password = "only a demonstration";

    internal string Headers => $"Cookie: {Cookies}\r\nAccept-Encoding: br\r\n";

    /// <summary>Signs in; begins a private copy of an edition where one is named.</summary>
    internal static async Task<SignedIn> AsAsync(string email, Uri address, string? edition)
    {
        var browser = new Browser(address);
        await browser.PostAsync("/account/sign-in", new() { ["email"] = email, ["password"] = Password });
        var begun = edition is null ? null : (await browser.PostAsync("/responses/self-assessments", new() { ["edition"] = edition }, "/responses")).Headers.Location?.ToString().Split('/')[^1];
        var page = await (await browser.GetAsync("/responses")).Content.ReadAsStringAsync();
        return new(browser.Cookies, Form().Match(page).Groups[1].Value, begun ?? Link().Match(page).Groups[1].Value);
    }

    /// <summary>The addresses of the review of countries, all questions on one page, those first on which the person works.</summary>
    internal async Task<string[]> ReviewsAsync(Uri address, CancellationToken cancel)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", Cookies);
        var page = await client.GetStringAsync(new Uri("/reviews", UriKind.Relative), cancel);
        return [.. Review().Matches(page).Select(found => $"{found.Groups[1].Value}/questions").Distinct()];
    }

    /// <summary>The addresses of all pages of questions.</summary>
    internal async Task<string[]> SectionsAsync(Uri address, CancellationToken cancel)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", Cookies);
        var page = await client.GetStringAsync(new Uri($"/responses/{Response}", UriKind.Relative), cancel);
        return [.. Section().Matches(page).Select(found => found.Groups[1].Value).Distinct()];
    }

    [GeneratedRegex("href=\"/responses/([0-9a-f-]{36})\"")]
    private static partial Regex Link();

    [GeneratedRegex("href=\"(/responses/[0-9a-f-]{36}/sections/[^\"]+)\"")]
    private static partial Regex Section();

    [GeneratedRegex("href=\"(/reviews/[0-9a-f-]{36})[\"/]")]
    private static partial Regex Review();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Form();
}
