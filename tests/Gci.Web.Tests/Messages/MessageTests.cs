using System.Net;
using System.Text.Json;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Messages;

/// <summary>Messages within a country and to the secretariat: who reads which, and what mails say of them.</summary>
public abstract class MessageTests
{
    private static readonly string[] s_staff = ["rosa", "anders", "adam"];

    private readonly Service _service;

    protected MessageTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Path(Guid response) => $"/responses/{response}/messages";

    [Fact]
    public async Task The_secretariat_reads_what_was_sent_to_it_and_nothing_else_before_submission()
    {
        var (response, focal) = await CountryAsync("SWE");
        await focal.PutAsync($"/api/v1/responses/{response}/answers/LEG-2.1", new { value = "yes", comment = "CANARY-ANSWER" }, "canary", "0");
        await SayAsync(focal, response, "country", "CANARY-COUNTRY");
        await SayAsync(focal, response, "country", "CANARY-COUNTRY", "LEG-2.1");
        await SayAsync(focal, response, "secretariat", "May we attach drafts?");
        foreach (var name in s_staff)
        {
            var staff = await _service.SignedInAsync(name);
            Assert.Contains("May we attach drafts?", await staff.TextAsync(Path(response)), StringComparison.Ordinal);
            Assert.Contains("May we attach drafts?", await staff.TextAsync("/messages"), StringComparison.Ordinal);
            string[] paths =
            [
                "/responses", "/messages", $"/responses/{response}", Path(response), $"{Path(response)}/secretariat", $"{Path(response)}/country", $"{Path(response)}/country/LEG-2.1",
                $"{Path(response)}/secretariat/LEG-2.1", $"/responses/{response}/history", $"/responses/{response}/questions/LEG-2.1", $"/responses/{response}/sections/LEG-2",
                $"/api/v1/responses/{response}", $"/api/v1{Path(response)}", "/api/v1/messages", "/api/v1/responses", $"/api/v1/responses/{response}/history",
                $"/api/v1/responses/{response}/answers/LEG-2.1/revisions",
            ];
            foreach (var path in paths)
            {
                var text = await (await staff.GetAsync(path)).Content.ReadAsStringAsync(Cancel);
                Assert.False(text.Contains("CANARY", StringComparison.Ordinal), $"{name} reads it at {path}");
            }

            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{Path(response)}/country")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/responses/{response}/history")).StatusCode);
        }
    }

    [Fact]
    public async Task Experts_and_other_countries_find_no_messages()
    {
        var (response, focal) = await CountryAsync("DNK");
        await SayAsync(focal, response, "secretariat", "A question");
        foreach (var name in (string[])["elena", "amina", "barasa", "diego"])
        {
            var browser = await _service.SignedInAsync(name);
            foreach (var path in (string[])[Path(response), $"{Path(response)}/secretariat", $"/api/v1{Path(response)}", "/messages", "/api/v1/messages"])
            {
                Assert.Equal((name, path, HttpStatusCode.NotFound), (name, path, (await browser.GetAsync(path)).StatusCode));
            }

            var post = await browser.PostAsync(Path(response), new() { ["to"] = "secretariat", ["text"] = "Hello" }, "/responses");
            Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
        }
    }

    [Fact]
    public async Task A_contributor_reads_and_writes_where_a_section_is_open()
    {
        var (response, focal) = await CountryAsync("FIN");
        var contributor = await _service.PersonAsync("aino", Role.Contributor, "FIN");
        var aino = await _service.SignedInAsync("aino");
        Assert.Equal(HttpStatusCode.NotFound, (await aino.GetAsync(Path(response))).StatusCode);

        await focal.PostAsync($"/responses/{response}/people/{contributor.Id}", new() { ["right.LEG-2"] = "View" });
        await SayAsync(focal, response, "country", "IN-SIGHT", "LEG-2.1");
        await SayAsync(focal, response, "country", "OUT-OF-SIGHT", "TEC-1.1");
        await SayAsync(focal, response, "country", "TO-ALL");

        var text = await aino.TextAsync(Path(response)) + await aino.TextAsync($"/api/v1{Path(response)}");
        Assert.Contains("IN-SIGHT", text, StringComparison.Ordinal);
        Assert.Contains("TO-ALL", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OUT-OF-SIGHT", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await aino.GetAsync($"{Path(response)}/country/TEC-1.1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await aino.PostAsync($"{Path(response)}/country/TEC-1.1", new() { ["text"] = "Hello" }, "/responses")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await aino.PostAsync($"{Path(response)}/secretariat/LEG-2.1", new() { ["text"] = "What counts as a strategy?" })).StatusCode);
    }

    [Fact]
    public async Task A_question_tells_the_administrators_once_an_hour_and_a_reply_tells_those_who_took_part()
    {
        var (response, focal) = await CountryAsync("ISL");
        var (asker, silent) = (await _service.PersonAsync("asta", Role.Contributor, "ISL"), await _service.PersonAsync("birna", Role.Contributor, "ISL"));
        foreach (var person in (Account[])[asker, silent])
        {
            await focal.PostAsync($"/responses/{response}/people/{person.Id}", new() { ["right.LEG"] = "Edit" });
        }

        var asta = await _service.SignedInAsync("asta");
        await SayAsync(asta, response, "secretariat", "SECRET-QUESTION", "LEG-2.1");
        await SayAsync(asta, response, "secretariat", "SECRET-SECOND", "LEG-2.1");
        Assert.Single(await MailsAsync("adam@example.org", response));

        var adam = await _service.SignedInAsync("adam");
        Assert.Equal(HttpStatusCode.Redirect, (await adam.PostAsync($"{Path(response)}/secretariat/LEG-2.1", new() { ["text"] = "SECRET-REPLY" })).StatusCode);

        var link = $"{Path(response)}/secretariat/LEG-2.1";
        Assert.Contains(await MailsAsync("asta@example.org", response), mail => mail.Body.Contains(link, StringComparison.Ordinal));
        Assert.Contains(await MailsAsync("focal-isl@example.org", response), mail => mail.Body.Contains(link, StringComparison.Ordinal));
        Assert.DoesNotContain(await MailsAsync("birna@example.org", response), mail => mail.Body.Contains(link, StringComparison.Ordinal));
        var all = await _service.DataAsync(db => db.Mails.Select(mail => mail.Subject + mail.Body).ToListAsync(Cancel));
        Assert.DoesNotContain(all, mail => mail.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_is_asked_in_a_section_tells_the_administrators_too()
    {
        var (response, focal) = await CountryAsync("HRV");

        var said = await focal.PostAsync($"/responses/{response}/sections/LEG-2", new() { ["form-key"] = "form", ["go"] = "say:LEG-2.1", ["LEG-2.1.remark.text"] = "Which act?", ["LEG-2.1.remark.to"] = "secretariat" });
        await (await _service.SignedInAsync("rosa")).PostAsync($"{Path(response)}/secretariat/LEG-2.1", new() { ["text"] = "The one in force" });

        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Single(await MailsAsync("adam@example.org", response));
        var text = await focal.TextAsync($"/responses/{response}/sections/LEG-2");
        Assert.Contains("The one in force", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_cannot_be_written_queues_no_mail()
    {
        var (response, focal) = await CountryAsync("EST");

        var refused = await focal.PostAsync(Path(response), new() { ["to"] = "secretariat", ["text"] = "  " });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("href=\"#text\"", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(await MailsAsync("adam@example.org", response));
    }

    [Fact]
    public async Task Countries_read_the_secretariat_and_never_the_name_of_one_of_its_people()
    {
        var (response, focal) = await CountryAsync("LVA");
        var rosa = await _service.SignedInAsync("rosa");
        await rosa.PostAsync(Path(response), new() { ["text"] = "Welcome to the edition" });

        var text = await focal.TextAsync($"{Path(response)}/secretariat") + await focal.TextAsync(Path(response)) + await focal.TextAsync($"/responses/{response}/history") + await focal.TextAsync($"/api/v1{Path(response)}");

        Assert.Contains("The secretariat", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", text, StringComparison.Ordinal);
        Assert.Contains("The secretariat wrote last in 1 conversation", await focal.TextAsync("/responses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_writes_one_message()
    {
        var (response, focal) = await CountryAsync("LTU");

        await SayAsync(focal, response, "country", "Once");
        await SayAsync(focal, response, "country", "Once");

        Assert.Equal(1, await _service.DataAsync(db => db.Messages.CountAsync(message => message.ResponseId == response, Cancel)));
    }

    [Fact]
    public async Task What_people_typed_is_inert_and_links_are_shown_whole_with_marks_made_visible()
    {
        var (response, focal) = await CountryAsync("POL");

        await SayAsync(focal, response, "country", "<script>alert(1)</script>\njavascript:alert(1)\nhttps://example.org/law?a=1&b=2.\nhttps://example.org/\u202Efdp.exe \u202Eabc");

        var text = await focal.TextAsync($"{Path(response)}/country");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/law?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\"><bdi dir=\"ltr\">https://example.org/law?a=1&amp;b=2</bdi></a>.", text, StringComparison.Ordinal);
        Assert.Contains("https://example.org/<span class=\"mark\">U+202E</span>fdp.exe", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inbox_lists_those_who_wait_first_and_filters_by_country()
    {
        var (answered, first) = await CountryAsync("ARG");
        var (waiting, second) = await CountryAsync("ZMB");
        await SayAsync(first, answered, "secretariat", "ANSWERED-ONE");
        await SayAsync(second, waiting, "secretariat", "WAITING-ONE");
        var rosa = await _service.SignedInAsync("rosa");
        await rosa.PostAsync($"{Path(answered)}/secretariat", new() { ["text"] = "OUR-ANSWER" });

        var rows = JsonDocument.Parse(await rosa.TextAsync("/api/v1/messages?limit=200")).RootElement.GetProperty("items").EnumerateArray()
            .Select(row => (Country: row.GetProperty("country").GetString(), Waits: row.GetProperty("isWaiting").GetBoolean())).ToArray();

        Assert.Equal(rows.OrderByDescending(row => row.Waits).ThenBy(row => row.Country, StringComparer.Ordinal), rows);
        Assert.Contains(("ARG", false), rows);
        Assert.Contains(("ZMB", true), rows);
        Assert.DoesNotContain("OUR-ANSWER", await rosa.TextAsync("/messages?waiting=true"), StringComparison.Ordinal);
        var one = await rosa.TextAsync("/messages?country=ZMB");
        Assert.Contains("WAITING-ONE", one, StringComparison.Ordinal);
        Assert.DoesNotContain("OUR-ANSWER", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_page_by_page_and_writes()
    {
        var (response, focal) = await CountryAsync("CZE");
        foreach (var text in (string[])["one", "two", "three"])
        {
            var said = await focal.CallAsync(HttpMethod.Post, $"/api/v1{Path(response)}", new { question = "LEG-2.1", audience = "country", text });
            Assert.Equal(HttpStatusCode.Created, said.StatusCode);
        }

        var page = JsonDocument.Parse(await focal.TextAsync($"/api/v1{Path(response)}?limit=2")).RootElement;
        var rest = JsonDocument.Parse(await focal.TextAsync(page.GetProperty("next").GetString()!)).RootElement;

        Assert.Equal(["three", "two", "one"], page.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("text").GetString()));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await focal.CallAsync(HttpMethod.Post, $"/api/v1{Path(response)}", new { question = "NO-1", audience = "country", text = "x" })).StatusCode);
    }

    /// <summary>A country of its own for each test, with the browser of its focal point.</summary>
    private async Task<(Guid Response, Browser Focal)> CountryAsync(string country)
    {
        var name = $"focal-{country.ToLowerInvariant()}";
        var response = await _service.OpenAsync(await _service.PersonAsync(name, Role.FocalPoint, country), "2024");
        return (response, await _service.SignedInAsync(name));
    }

    private static async Task SayAsync(Browser browser, Guid response, string to, string text, string? about = null)
    {
        var said = await browser.PostAsync(Path(response), new() { ["to"] = to, ["text"] = text, ["about"] = about ?? "" });
        Assert.Equal((HttpStatusCode.Redirect, $"{Path(response)}/{to}{(about is null ? "" : $"/{about}")}"), (said.StatusCode, said.Headers.Location?.ToString()));
    }

    private Task<List<Gci.Data.Mailing.QueuedMail>> MailsAsync(string to, Guid response) => _service.DataAsync(db =>
        db.Mails.Where(mail => mail.To == to && mail.Body.Contains(response.ToString())).ToListAsync(Cancel));
}

public sealed class MessagesOnSqliteTests(ServiceOnSqlite service) : MessageTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class MessagesOnPostgreSqlTests(ServiceOnPostgreSql service) : MessageTests(service), IClassFixture<ServiceOnPostgreSql>;
