using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.People;

/// <summary>Who works on a response: invited, changed and removed by the focal point, by page and by program.</summary>
public abstract partial class PeopleTests
{
    private readonly Service _service;

    protected PeopleTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string People => $"/responses/{_service.Kenya}/people";

    private string Api => $"/api/v1{People}";

    private static Dictionary<string, string> Person(string email, params (string Code, string Right)[] rights)
    {
        var form = new Dictionary<string, string> { ["name"] = "Wanjiru", ["email"] = email, ["language"] = "fr" };
        foreach (var (code, right) in rights)
        {
            form[$"right.{code}"] = right;
        }

        return form;
    }

    [Fact]
    public async Task An_invited_person_may_do_what_was_promised_section_by_section()
    {
        var amina = await _service.SignedInAsync("amina");

        var sent = await amina.PostAsync($"{People}/invite", Person("wanjiru@example.org", ("LEG", "View"), ("LEG-1", "Edit"), ("TEC", "None")));

        Assert.Equal((HttpStatusCode.Redirect, People), (sent.StatusCode, sent.Headers.Location?.ToString()));
        var link = Link().Match(await amina.TextAsync(People)).Value;
        Assert.DoesNotContain(link, await amina.TextAsync(People), StringComparison.Ordinal);
        var mail = Assert.Single(await MailsAsync("wanjiru@example.org"));
        Assert.Equal("fr", mail.Language);
        Assert.Contains(link, mail.Body, StringComparison.Ordinal);
        var wanjiru = _service.Anonymous();
        await wanjiru.PostAsync(link, new() { ["password"] = "some quite long words" });
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(wanjiru, "LEG-1.1.4")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SaveAsync(wanjiru, "LEG-2.1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await wanjiru.GetAsync($"/responses/{_service.Kenya}/sections/LEG-2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await wanjiru.GetAsync($"/responses/{_service.Kenya}/sections/TEC-1")).StatusCode);
    }

    [Fact]
    public async Task Somebody_of_the_country_gets_the_sections_at_once_beside_those_that_were_open()
    {
        var (amina, njeri) = (await _service.SignedInAsync("amina"), await _service.PersonAsync("njeri", Role.Contributor, "KEN"));
        await amina.PostAsync($"{People}/invite", Person("Njeri@example.org", ("LEG-1", "View")));

        var sent = await amina.PostAsync($"{People}/invite", Person("njeri@example.org", ("ORG", "Suggest")));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("LEG-1:View ORG:Suggest", await RightsAsync(njeri.Id));
        Assert.Equal(2, (await MailsAsync("njeri@example.org")).Count);
        Assert.DoesNotContain("/account/invitation/", await amina.TextAsync(People), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diego@example.org")]
    [InlineData("rosa@example.org")]
    [InlineData("amina@example.org")]
    public async Task Somebody_of_another_country_or_role_is_refused_in_the_same_words(string email)
    {
        var amina = await _service.SignedInAsync("amina");

        var refused = await amina.PostAsync($"{People}/invite", Person(email, ("LEG", "Edit")));

        var text = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("This person cannot work on your country&#x27;s answers.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Diego", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", text, StringComparison.Ordinal);
        Assert.Empty(await MailsAsync(email));
    }

    [Fact]
    public async Task All_mistakes_are_said_at_their_fields_and_what_was_typed_stays()
    {
        var amina = await _service.SignedInAsync("amina");

        var refused = await amina.PostAsync($"{People}/invite", new() { ["name"] = "", ["email"] = "no address", ["language"] = "de" });

        var text = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.All((string[])["#name", "#email", "#language", "#right-LEG"], field => Assert.Contains($"href=\"{field}\"", text, StringComparison.Ordinal));
        Assert.Contains("value=\"no address\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before_and_a_withdrawn_one_opens_nothing()
    {
        var amina = await _service.SignedInAsync("amina");
        await amina.PostAsync($"{People}/invite", Person("muthoni@example.org", ("LEG", "View")));
        var first = Link().Match(await amina.TextAsync(People)).Value;
        var again = await amina.PostAsync($"{People}/invite", Person("MUTHONI@example.org", ("LEG", "View")));
        Assert.Contains("This address is invited already.", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        await amina.PostAsync($"{People}?handler=Resend", new() { ["invitation"] = (await OpenInvitationAsync("muthoni@example.org")).ToString() }, People);
        var second = Link().Match(await amina.TextAsync(People)).Value;
        await amina.PostAsync($"{People}?handler=Withdraw", new() { ["invitation"] = (await OpenInvitationAsync("muthoni@example.org")).ToString() }, People);

        Assert.NotEqual(first, second);
        Assert.Equal(2, (await MailsAsync("muthoni@example.org")).Count);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), ((await _service.Anonymous().GetAsync(first)).StatusCode, (await _service.Anonymous().GetAsync(second)).StatusCode));
    }

    [Fact]
    public async Task Rights_that_are_taken_away_while_the_page_is_open_end_the_next_save()
    {
        var (amina, otieno) = (await _service.SignedInAsync("amina"), await _service.PersonAsync("otieno", Role.Contributor, "KEN"));
        await amina.PostAsync($"{People}/{otieno.Id}", new() { ["right.CAP"] = "Edit" });
        var browser = await _service.SignedInAsync("otieno");
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(browser, "CAP-1.1")).StatusCode);

        await amina.PostAsync($"{People}/{otieno.Id}", new() { ["right.CAP"] = "View" });
        Assert.Equal(HttpStatusCode.Forbidden, (await SaveAsync(browser, "CAP-1.2.1")).StatusCode);
        await amina.PostAsync($"{People}/{otieno.Id}?handler=Remove", [], $"{People}/{otieno.Id}");

        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(browser, "CAP-1.2.1")).StatusCode);
        Assert.Equal("", await RightsAsync(otieno.Id));
        Assert.Contains("Otieno", await amina.TextAsync($"/responses/{_service.Kenya}/questions/CAP-1.1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_gets_less_than_its_area_is_spelled_out()
    {
        var (amina, akinyi) = (await _service.SignedInAsync("amina"), await _service.PersonAsync("akinyi", Role.Contributor, "KEN"));

        await amina.PostAsync($"{People}/{akinyi.Id}", new() { ["right.LEG"] = "Edit", ["right.LEG-1"] = "None" });

        Assert.Equal("LEG-2:Edit", await RightsAsync(akinyi.Id));
        var text = await amina.TextAsync($"{People}/{akinyi.Id}");
        Assert.Matches("id=\"right-LEG-2\"[^§]*?value=\"Edit\" selected", text);
    }

    [Fact]
    public async Task People_are_there_for_the_focal_point_of_the_country_only()
    {
        var own = await _service.OpenAsync(await _service.PersonAsync("solo", Role.FocalPoint, "NOR"), "2024", ResponseKind.SelfAssessment);
        foreach (var name in (string[])["barasa", "diego", "rosa", "anders", "elena", "adam"])
        {
            var browser = await _service.SignedInAsync(name);
            foreach (var path in (string[])[People, $"{People}/invite", $"{People}/{Guid.NewGuid()}", Api, $"{Api}/invitations"])
            {
                Assert.Equal((name, path, HttpStatusCode.NotFound), (name, path, (await browser.GetAsync(path)).StatusCode));
            }

            var post = await browser.PostAsync($"{People}/invite", Person("eve@example.org", ("LEG", "Edit")), "/responses");
            var call = await browser.CallAsync(HttpMethod.Post, Api, new { name = "Eve", email = "eve@example.org", language = "en", rights = new[] { new { section = "LEG", right = "edit" } } });
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (post.StatusCode, call.StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await _service.SignedInAsync("solo")).GetAsync($"/responses/{own}/people")).StatusCode);
        Assert.Empty(await MailsAsync("eve@example.org"));
    }

    [Fact]
    public async Task A_program_invites_lists_changes_and_removes()
    {
        var (amina, wafula) = (await _service.SignedInAsync("amina"), await _service.PersonAsync("wafula", Role.Contributor, "KEN"));

        var invited = await amina.CallAsync(HttpMethod.Post, Api, new { name = "Kamau", email = "kamau@example.org", language = "en", rights = new[] { new { section = "COO-1", right = "suggest" } } });
        Assert.Equal(HttpStatusCode.Created, invited.StatusCode);
        var invitation = JsonDocument.Parse(await invited.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("invitation").GetGuid();
        Assert.Equal(HttpStatusCode.Created, (await amina.CallAsync(HttpMethod.Post, $"{Api}/invitations/{invitation}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await amina.CallAsync(HttpMethod.Delete, $"{Api}/invitations/{invitation}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await amina.CallAsync(HttpMethod.Delete, $"{Api}/invitations/{await OpenInvitationAsync("kamau@example.org")}")).StatusCode);
        Assert.DoesNotContain("kamau", await amina.TextAsync($"{Api}/invitations"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await amina.CallAsync(HttpMethod.Put, $"{Api}/{wafula.Id}", new { rights = new[] { new { section = "TEC", right = "view" }, new { section = "TEC-1", right = "edit" } } })).StatusCode);
        Assert.Equal("TEC:View TEC-1:Edit", await RightsAsync(wafula.Id));
        Assert.Contains("TEC-1", await amina.TextAsync(Api), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await amina.CallAsync(HttpMethod.Put, $"{Api}/{wafula.Id}", new { rights = new[] { new { section = "NO-1", right = "view" } } })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await amina.CallAsync(HttpMethod.Delete, $"{Api}/{wafula.Id}")).StatusCode);
        Assert.Equal("", await RightsAsync(wafula.Id));
    }

    private Task<HttpResponseMessage> SaveAsync(Browser browser, string question) =>
        browser.PutAsync($"/api/v1/responses/{_service.Kenya}/answers/{question}", new { value = "no" }, Guid.NewGuid().ToString(), "0");

    private Task<List<Gci.Data.Mailing.QueuedMail>> MailsAsync(string to) => _service.DataAsync(db => db.Mails.Where(mail => mail.To == to).ToListAsync(Cancel));

    private Task<Guid> OpenInvitationAsync(string email) => _service.DataAsync(db =>
        db.Invitations.Where(invitation => invitation.Email == email && invitation.RevokedAt == null).Select(invitation => invitation.Id).SingleAsync(Cancel));

    private async Task<string> RightsAsync(Guid person) => SectionRight.Written((await _service.DataAsync(db =>
        db.Grants.Where(grant => grant.ResponseId == _service.Kenya && grant.AccountId == person).ToListAsync(Cancel))).Select(grant => new SectionRight(grant.Section, grant.Right)));

    [GeneratedRegex("/account/invitation/[0-9a-f]{64}")]
    private static partial Regex Link();
}

public sealed class PeopleOnSqliteTests(ServiceOnSqlite service) : PeopleTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class PeopleOnPostgreSqlTests(ServiceOnPostgreSql service) : PeopleTests(service), IClassFixture<ServiceOnPostgreSql>;
