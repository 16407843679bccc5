using System.Net;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests;

/// <summary>Check your answers, certify, submit.</summary>
public abstract class SubmissionTests
{
    private readonly Service _service;

    protected SubmissionTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_answers_in_words_and_what_is_to_be_done()
    {
        var certifying = await Certifying.AsAsync(_service, "ALB");
        await certifying.AnswerAsync("LEG-1.1.1", "yes");
        await certifying.AnswerAsync("LEG-1.1.2", "partial", comment: "A bill <i>before</i> parliament");

        var page = await certifying.Browser.TextAsync(certifying.Check);

        Assert.Contains("1 point must be settled before submission", page, StringComparison.Ordinal);
        Assert.Contains("Partial: a draft in an advanced stage", page, StringComparison.Ordinal);
        Assert.Contains("A bill &lt;i&gt;before&lt;/i&gt; parliament", page, StringComparison.Ordinal);
        Assert.Contains($"/responses/{certifying.Response}/sections/LEG-1#LEG-1.1.2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"declared\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("LEG-1.1.3", await certifying.Browser.TextAsync(certifying.Check + "?pillar=TEC#answers") is var other ? other[other.IndexOf("id=\"answers\"", StringComparison.Ordinal)..] : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certified_response_is_submitted_sealed_and_told_to_those_who_worked_on_it()
    {
        var certifying = await Certifying.AsAsync(_service, "DZA");
        var contributor = await _service.PersonAsync("helper-dza", Role.Contributor, "DZA");
        await _service.PersonAsync("stranger-dza", Role.Contributor, "DZA");
        await _service.DataAsync(async db => await db.ResponseAsync(certifying.Response, (response, _) =>
        {
            response.Grant(certifying.Person.AsActor(), contributor, ["LEG"], Right.Edit, Moment.Now(TimeProvider.System));
            return Task.FromResult("granted");
        }, Cancel));
        await certifying.AnswerAsync("LEG-1.1.1", "no");

        var sent = await certifying.Browser.PostAsync(certifying.Check, await certifying.FieldsAsync());

        Assert.Equal((HttpStatusCode.Redirect, $"/responses/{certifying.Response}/receipt"), (sent.StatusCode, sent.Headers.Location?.ToString()));
        var (response, record, mails) = await _service.DataAsync(async db => (
            await db.Responses.AsNoTracking().SingleAsync(found => found.Id == certifying.Response, Cancel),
            await SubmissionRecord.FindAsync(db, certifying.Response, Cancel),
            await db.Mails.AsNoTracking().Where(mail => mail.To.EndsWith("example.org") && mail.Body.Contains(certifying.Response.ToString())).ToListAsync(Cancel)));
        Assert.Equal((ResponseState.Submitted, "Ada <b>Otieno</b>", "Director-General"), (response.State, response.CertifiedName, response.CertifiedOffice));
        Assert.Equal((response.ChainLength, response.ChainHead, response.ChainLength), (record!.Link.Sequence, record.Link.Hash, record.Head!.Length));
        Assert.Equal([certifying.Person.Email!, "helper-dza@example.org"], mails.Select(mail => mail.To).Order());
        Assert.All(mails, mail => Assert.DoesNotMatch(@"\{[a-z]+\}", mail.Subject + mail.Body));

        var receipt = await certifying.Browser.TextAsync($"/responses/{certifying.Response}/receipt");
        Assert.Contains(record.Link.Hash, receipt, StringComparison.Ordinal);
        Assert.Contains(record.Seal!.Signature, receipt, StringComparison.Ordinal);
        Assert.Contains("Ada &lt;b&gt;Otieno&lt;/b&gt;", receipt, StringComparison.Ordinal);
        Assert.Contains("These answers can no longer be changed", await certifying.Browser.TextAsync(certifying.Check), StringComparison.Ordinal);
        Assert.Equal("already-submitted", await Certifying.CodeAsync(await certifying.Browser.PutAsync(certifying.Api("answers/LEG-1.1.1"), new { value = "yes" }, "late", "1")));
        using var key = SealKey.OpenOrMake(_service.SealKeyFile);
        Assert.DoesNotContain(await _service.DataAsync(db => db.VerifyAuditAsync(key, Cancel)), found => found.Response == certifying.Response || found.Response is null);
    }

    [Theory]
    [InlineData("name", "name", "Type your name")]
    [InlineData("office", "office", "Type the office")]
    [InlineData("declared", "declared", "Tick the box")]
    [InlineData("unanswered", "unanswered", "left unanswered on purpose, or answer them")]
    public async Task What_a_certificate_lacks_is_said_beside_its_field_and_the_rest_stays(string missing, string field, string sentence)
    {
        var certifying = await Certifying.AsAsync(_service, field switch { "name" => "AND", "office" => "AGO", "declared" => "ARG", _ => "ARM" });
        var fields = await certifying.FieldsAsync();
        fields.Remove(missing);

        var answer = await certifying.Browser.PostAsync(certifying.Check, fields);

        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"<li><a href=\"#{field}\">", page, StringComparison.Ordinal);
        Assert.Matches($"id=\"{field}-error\">[^<]*{sentence}", page);
        Assert.Contains(missing == "office" ? "Ada &lt;b&gt;Otieno" : "Director-General", page, StringComparison.Ordinal);
        Assert.True((await certifying.StateAsync()).GetProperty("canCertify").GetBoolean());
    }

    [Fact]
    public async Task An_answer_that_was_changed_between_looking_and_certifying_is_looked_at_again()
    {
        var certifying = await Certifying.AsAsync(_service, "AUS");
        await certifying.AnswerAsync("LEG-1.1.1", "no");
        var (fields, body) = (await certifying.FieldsAsync(), await certifying.BodyAsync());
        await certifying.AnswerAsync("LEG-1.1.1", "partial", "1", "A bill");

        var page = await certifying.Browser.PostAsync(certifying.Check, fields);

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("Somebody changed an answer", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("changed-since-shown", await Certifying.CodeAsync(await certifying.PostAsync(body)));
        Assert.Equal(HttpStatusCode.OK, (await certifying.PostAsync(await certifying.BodyAsync())).StatusCode);
    }

    [Fact]
    public async Task What_blocks_is_refused_and_listed_for_programs()
    {
        var certifying = await Certifying.AsAsync(_service, "AUT");
        await certifying.AnswerAsync("LEG-1.1.1", "yes");

        var state = await certifying.StateAsync();
        var finding = state.GetProperty("findings").EnumerateArray().Single(found => found.GetProperty("blocking").GetBoolean());

        Assert.Equal((1, false), (state.GetProperty("blocking").GetInt32(), state.GetProperty("canCertify").GetBoolean()));
        Assert.Equal(("evidence-missing", "LEG-1.1.1", "LEG-1"), (finding.GetProperty("code").GetString(), finding.GetProperty("question").GetString(), finding.GetProperty("section").GetString()));
        Assert.Equal("not-complete", await Certifying.CodeAsync(await certifying.PostAsync(await certifying.BodyAsync())));
        Assert.Equal(HttpStatusCode.BadRequest, (await certifying.Browser.PostAsync(certifying.Check, new() { ["name"] = "A", ["office"] = "B", ["declared"] = "yes" })).StatusCode);
    }

    [Fact]
    public async Task Two_who_certify_at_once_submit_once()
    {
        var certifying = await Certifying.AsAsync(_service, "AZE");
        await certifying.AnswerAsync("LEG-1.1.1", "no");
        var body = await certifying.BodyAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => certifying.PostAsync(body)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(await Task.WhenAll(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).Select(Certifying.CodeAsync)), code => Assert.Equal("already-submitted", code));
        Assert.Equal(1, await _service.DataAsync(db => db.Audit.CountAsync(entry => entry.ResponseId == certifying.Response && entry.Action == Response.Submission, Cancel)));
    }

    [Fact]
    public async Task Contributors_check_what_they_may_see_and_certify_nothing()
    {
        var barasa = await _service.SignedInAsync("barasa");
        var check = $"/responses/{_service.Kenya}/check";

        var page = await barasa.TextAsync(check);

        Assert.Contains("LEG-1.1.1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("TEC-1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("certificate", page, StringComparison.Ordinal);
        var sent = await barasa.PostAsync(check, new() { ["name"] = "B", ["office"] = "C", ["declared"] = "yes" });
        Assert.Contains("Only the country&#x27;s focal point can certify", await sent.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await barasa.GetAsync($"/responses/{_service.Kenya}/receipt")).StatusCode);
    }

    [Fact]
    public async Task The_secretariat_reads_check_and_receipt_once_it_is_submitted_and_other_countries_never()
    {
        var certifying = await Certifying.AsAsync(_service, "BHS");
        var (rosa, diego) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync("diego"));
        string[] paths = [certifying.Check, $"/responses/{certifying.Response}/receipt", certifying.Api("check"), $"/responses/{certifying.Response}/receipt.pdf", certifying.Api("receipt.pdf"), $"/responses/{certifying.Response}/copies/questionnaire.pdf", certifying.Api("questionnaire.pdf")];
        foreach (var path in paths)
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await rosa.GetAsync(path)).StatusCode));
        }

        Assert.Equal("not-focal-point", await Certifying.CodeAsync(await certifying.PostAsync(await certifying.BodyAsync(), rosa)));
        Assert.Equal(HttpStatusCode.NotFound, (await certifying.PostAsync(await certifying.BodyAsync(), diego)).StatusCode);
        await certifying.PostAsync(await certifying.BodyAsync());

        foreach (var path in paths)
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await diego.GetAsync(path)).StatusCode));
        }

        foreach (var path in paths[..3])
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await rosa.GetAsync(path)).StatusCode));
        }
    }

    [Fact]
    public async Task The_page_weighs_little_on_the_wire()
    {
        var certifying = await Certifying.AsAsync(_service, "BHR");
        var request = new HttpRequestMessage(HttpMethod.Get, certifying.Check);
        request.Headers.Add("Accept-Encoding", "br");

        var page = await (await certifying.Browser.SendAsync(request)).Content.ReadAsByteArrayAsync(Cancel);

        Assert.InRange(page.Length, 1_000, 20_000);
    }
}

public sealed class SubmissionOnSqliteTests(ServiceOnSqlite service) : SubmissionTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class SubmissionOnPostgreSqlTests(ServiceOnPostgreSql service) : SubmissionTests(service), IClassFixture<ServiceOnPostgreSql>;
