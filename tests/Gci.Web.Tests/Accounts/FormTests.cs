using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Accounts;

public sealed partial class FormTests(ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    [Fact]
    public async Task Every_form_that_changes_something_carries_its_own_token()
    {
        var (person, adam) = (await service.PersonAsync("milan", Gci.Data.Accounts.Role.Expert, null), await service.SignedInAsync("adam"));
        await adam.PostAsync("/accounts/invite", new() { ["email"] = "x@example.org", ["name"] = "X", ["role"] = "Expert", ["language"] = "en" });
        await adam.SetUpAsync(service);
        var milan = await service.SignedInAsync("milan");
        var (anonymous, amina) = (service.Anonymous(), await service.SignedInAsync("amina"));
        var barasa = await service.DataAsync(db => db.Users.Where(user => user.Name == "Barasa").Select(user => user.Id).SingleAsync(TestContext.Current.CancellationToken));

        foreach (var (browser, path) in (IEnumerable<(Testing.Browser, string)>)[
            (anonymous, "/account/sign-in"), (anonymous, "/account/forgotten"), (adam, "/account"), (adam, "/account/password"), (adam, Steps.SecondFactor), (milan, Steps.SecondFactor),
            (adam, "/accounts"), (adam, "/accounts/invite"), (adam, "/accounts/invitations"), (adam, $"/accounts/{person.Id}"),
            (amina, "/account/tokens"), (amina, $"/responses/{service.Kenya}/people"), (amina, $"/responses/{service.Kenya}/people/{barasa}"), (amina, $"/responses/{service.Kenya}/messages"),
            (amina, $"/responses/{service.Kenya}/copies"), (amina, $"/responses/{service.Kenya}/check"), (amina, $"/responses/{service.Kenya}/sections/LEG-1")])
        {
            var forms = Form().Matches(await browser.TextAsync(path));
            Assert.NotEmpty(forms);
            Assert.All(forms, form => Assert.True(form.Value.Contains("name=\"__RequestVerificationToken\"", StringComparison.Ordinal), $"{path}: {form.Value}"));
        }
    }

    [GeneratedRegex("<form[^>]* method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();
}
