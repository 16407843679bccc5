using System.Net;
using System.Text.RegularExpressions;
using Gci.Data.Accounts;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Accounts;

/// <summary>What tests of accounts do again and again.</summary>
internal static partial class Steps
{
    internal const string SecondFactor = "/account/second-factor";

    internal static async Task<string> ReadAsync(this HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Somebody new who is signed in.</summary>
    internal static async Task<(Account Account, Browser Browser)> NewAsync(this Service service, string name, Role role = Role.Reviewer, string? country = null)
    {
        var account = await service.PersonAsync(name, role, country);
        return (account, await service.SignedInAsync(name));
    }

    /// <summary>Sends name and password.</summary>
    internal static Task<HttpResponseMessage> TryAsync(this Browser browser, string name, string password = Service.Password, string? returnTo = null) =>
        browser.PostAsync("/account/sign-in", new() { ["email"] = $"{name}@example.org", ["password"] = password, ["returnTo"] = returnTo ?? "" });

    internal static Task<HttpResponseMessage> CodeAsync(this Browser browser, string code) => browser.PostAsync("/account/sign-in/code", new() { ["code"] = code });

    /// <summary>Sets the second factor up as people do; gives the key and the recovery codes.</summary>
    internal static async Task<(string Key, string[] Recovery)> SetUpAsync(this Browser browser, Service service)
    {
        await browser.PostAsync($"{SecondFactor}?handler=begin", new() { ["password"] = Service.Password }, SecondFactor);
        var key = Key().Match(await browser.TextAsync(SecondFactor)).Groups[1].Value;
        Assert.Equal(32, key.Replace(" ", "", StringComparison.Ordinal).Length);
        var answer = await browser.PostAsync($"{SecondFactor}?handler=confirm", new() { ["code"] = AppCodes.Of(key, service.Clock.GetUtcNow()) }, SecondFactor);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        service.Clock.Forward(TimeSpan.FromSeconds(30));
        return (key, [.. Recovery().Matches(await answer.ReadAsync()).Select(match => match.Groups[1].Value)]);
    }

    /// <summary>Subjects and bodies of the mails to somebody that wait or were sent, the oldest first.</summary>
    internal static Task<List<(string Subject, string Body)>> MailsAsync(this Service service, string email) => service.DataAsync(async db =>
        (await db.Mails.AsNoTracking().Where(mail => mail.To == email).OrderBy(mail => mail.CreatedAt).ToListAsync(TestContext.Current.CancellationToken))
            .Select(mail => (mail.Subject, mail.Body)).ToList());

    [GeneratedRegex("<code class=\"key\">([A-Z2-7 ]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><bdi><code>([A-Z0-9-]+)</code>")]
    private static partial Regex Recovery();
}
