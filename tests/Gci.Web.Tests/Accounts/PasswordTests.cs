using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gci.Testing;
using Gci.Web.Accounts;
using Gci.Web.Accounts.Passwords;

namespace Gci.Web.Tests.Accounts;

/// <summary>A list of a few thousand breached passwords, as it would be downloaded.</summary>
internal static class BreachedList
{
    internal const int Count = 5000;

    internal static string Password(int number) => string.Create(CultureInfo.InvariantCulture, $"seldom heard {number} banjo");

    internal static string Text(string lineEnd = "\r\n") => string.Join(lineEnd, Enumerable.Range(0, Count).Select(number => $"{HashOf(Password(number))}:{1 + (number * 37)}").Order(StringComparer.Ordinal));

#pragma warning disable CA5350 // the list is by SHA-1
    private static string HashOf(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}

public sealed class BreachedPasswordsTests
{
    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\n")]
    public void Every_password_of_the_list_is_found_and_no_other(string lineEnd, string end)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("breached.txt", BreachedList.Text(lineEnd) + end);

        Assert.All(Enumerable.Range(0, BreachedList.Count), number => Assert.True(BreachedPasswords.Holds(path, BreachedList.Password(number))));
        Assert.All(Enumerable.Range(BreachedList.Count, BreachedList.Count), number => Assert.False(BreachedPasswords.Holds(path, BreachedList.Password(number))));
    }

    [Fact]
    public void An_empty_list_holds_nothing()
    {
        using var folder = new TemporaryFolder();

        Assert.False(BreachedPasswords.Holds(folder.Write("breached.txt", ""), "anything"));
    }
}

public sealed class ServiceWithBreachedList : ServiceOnSqlite
{
    private readonly TemporaryFolder _lists = new();

    protected override ServiceOptions Configured(ServiceOptions options) => options with { BreachedPasswords = _lists.Write("breached.txt", BreachedList.Text()) };
}

public sealed class PasswordTests(ServiceWithBreachedList service) : IClassFixture<ServiceWithBreachedList>
{
    [Theory]
    [InlineData("eleven char", "at least 12 characters")]
    [InlineData("abababababababab", "repeats the same few letters")]
    [InlineData("password1234", "easy to guess")]
    [InlineData("qwertyuiop123456", "easy to guess")]
    [InlineData("the Okonkwo mountain trail", "holds your name or your address")]
    [InlineData("rain over nkechi.o at dusk", "holds your name or your address")]
    [InlineData("seldom heard 4321 banjo", "known from a data breach")]
    public async Task A_password_that_does_not_protect_is_refused_with_the_reason(string password, string reason)
    {
        var secret = await service.DataAsync(async db =>
        {
            var made = db.Invite(new("nkechi.o@example.org", "Nkechi Okonkwo", Gci.Data.Accounts.Role.Expert, null, "en"), Guid.Empty, service.Clock);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return made;
        });

        var answer = await service.Anonymous().PostAsync($"/account/invitation/{secret}", new() { ["password"] = password });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, await answer.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_is_set_with_the_old_one_and_ends_other_sessions()
    {
        var (account, browser) = await service.NewAsync("quirin");
        var other = await service.SignedInAsync("quirin");

        var wrong = await browser.PostAsync("/account/password", new() { ["current"] = "not it at all", ["password"] = "violet engines hum at noon" });
        var weak = await browser.PostAsync("/account/password", new() { ["current"] = Service.Password, ["password"] = "seldom heard 7 banjo" });
        var right = await browser.PostAsync("/account/password", new() { ["current"] = Service.Password, ["password"] = "violet engines hum at noon" });

        Assert.Contains("The password is wrong", await wrong.ReadAsync(), StringComparison.Ordinal);
        Assert.Contains("known from a data breach", await weak.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("/account?Saved=True", right.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).StatusCode);
        Assert.Equal("Your password was changed", Assert.Single(await service.MailsAsync(account.Email!)).Subject);
    }
}
