using System.Net;
using System.Text;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests;

/// <summary>The plain form of a section: whatever its button, answers are saved first, and what fails touches nothing else.</summary>
public abstract class SectionFormTests
{
    private const string Link = "https://laws.example.org/act-12";

    private readonly Service _service;

    protected SectionFormTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_attached_and_shown_and_the_answer_saved_with_it()
    {
        var team = await Team.OfAsync(_service, "link", "NOR");

        var answer = await team.Lead.PostAsync(team.Page, new(Answered("LEG-2.1", "yes")) { ["go"] = "attach:LEG-2.1", ["LEG-2.1.evidence.kind"] = "law", ["LEG-2.1.evidence.title"] = "Act <12>", ["LEG-2.1.evidence.place"] = "art. 3", ["LEG-2.1.evidence.url"] = Link });

        Assert.Equal($"{team.Page}#LEG-2.1", answer.Headers.Location?.ToString());
        Assert.Equal("yes", (await team.CurrentAsync("LEG-2.1"))!.Value);
        var text = await team.Lead.TextAsync(team.Page);
        Assert.Matches($"<a href=\"{Link}\"[^>]*><bdi>Act &lt;12&gt;</bdi></a>", text);
        Assert.Contains("Needed for this answer: at least 1 · attached: 1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("law", "A law", "javascript:alert(1)", "Give a full address")]
    [InlineData("law", "A law", "no link at all", "Give a full address")]
    [InlineData("law", "A law", "", "Give a full address")]
    [InlineData("law", "", Link, "Give the document a title")]
    [InlineData("poem", "A law", Link, "Choose the kind of document")]
    public async Task What_is_no_evidence_stays_in_its_fields_with_the_reason_and_the_answer_is_saved(string kind, string title, string url, string reason)
    {
        var team = await Team.OfAsync(_service, "bad", "SWE");

        var answer = await team.Lead.PostAsync(team.Page, new(await team.AnsweredAsync("LEG-2.1", "no")) { ["go"] = "attach:LEG-2.1", ["LEG-2.1.evidence.kind"] = kind, ["LEG-2.1.evidence.title"] = title, ["LEG-2.1.evidence.url"] = url, ["LEG-2.1.evidence.place"] = "page 7" });

        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Contains("href=\"#LEG-2.1-evidence\"", text, StringComparison.Ordinal);
        Assert.Matches("name=\"LEG-2.1.evidence.place\" value=\"page 7\"", text);
        Assert.Equal("no", (await team.CurrentAsync("LEG-2.1"))!.Value);
        Assert.Empty(await team.EvidenceAsync());
    }

    [Fact]
    public async Task Evidence_and_remarks_that_were_typed_are_kept_whichever_button_is_pressed()
    {
        var team = await Team.OfAsync(_service, "typed", "FIN");

        var answer = await team.Lead.PostAsync(team.Page, new(Answered("LEG-2.1", "yes")) { ["go"] = "next", ["LEG-2.1.evidence.kind"] = "law", ["LEG-2.1.evidence.title"] = "Act", ["LEG-2.1.evidence.url"] = Link, ["LEG-2.4.remark.text"] = "Who knows this?" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single(await team.EvidenceAsync());
        Assert.Equal("Who knows this?", Assert.Single(await team.MessagesAsync()).Text);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_attaches_says_and_saves_once()
    {
        var team = await Team.OfAsync(_service, "twice", "DNK");
        Dictionary<string, string> fields = new(Answered("LEG-2.1", "yes")) { ["go"] = "say:LEG-2.1", ["LEG-2.1.evidence.kind"] = "law", ["LEG-2.1.evidence.title"] = "Act", ["LEG-2.1.evidence.url"] = Link, ["LEG-2.1.remark.text"] = "Done" };

        await team.Lead.PostAsync(team.Page, fields);
        var again = await team.Lead.PostAsync(team.Page, fields);

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Single(await team.EvidenceAsync());
        Assert.Single(await team.MessagesAsync());
        Assert.Equal(1, (await team.CurrentAsync("LEG-2.1"))!.Revision);
    }

    [Fact]
    public async Task The_same_link_in_other_words_is_refused()
    {
        var team = await Team.OfAsync(_service, "otherwise", "ISL");
        await team.AttachAsync("Act");

        var answer = await team.Lead.PostAsync(team.Page, new() { ["go"] = "attach:LEG-2.1", ["LEG-2.1.evidence.kind"] = "law", ["LEG-2.1.evidence.title"] = "The same act", ["LEG-2.1.evidence.url"] = Link });

        Assert.Contains("This link is already attached", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Single(await team.EvidenceAsync());
    }

    [Fact]
    public async Task No_more_evidence_is_taken_than_the_question_takes()
    {
        var team = await Team.OfAsync(_service, "limit", "EST");
        for (var number = 1; number <= 5; number++)
        {
            await team.AttachAsync($"Act {number}", $"{Link}/{number}");
        }

        var answer = await team.Lead.PostAsync(team.Page, new() { ["go"] = "attach:LEG-2.1", ["LEG-2.1.evidence.kind"] = "law", ["LEG-2.1.evidence.title"] = "One too many", ["LEG-2.1.evidence.url"] = Link });

        Assert.Contains("takes at most 5 pieces of evidence", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(5, (await team.EvidenceAsync()).Count);
    }

    [Fact]
    public async Task A_removed_piece_is_gone_from_the_page_and_stays_in_the_record()
    {
        var team = await Team.OfAsync(_service, "removed", "LVA");
        await team.AttachAsync("Act");
        var id = Assert.Single(await team.EvidenceAsync()).Id;

        var answer = await team.Lead.PostAsync(team.Page, new(Answered("LEG-2.4", "yes")) { ["go"] = $"remove:{id}" });

        Assert.Equal($"{team.Page}#LEG-2.1", answer.Headers.Location?.ToString());
        Assert.DoesNotContain(Link, await team.Lead.TextAsync(team.Page), StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await team.EvidenceAsync()).RemovedAt);
        Assert.Equal("yes", (await team.CurrentAsync("LEG-2.4"))!.Value);
    }

    [Fact]
    public async Task A_file_is_attached_and_its_download_linked()
    {
        var team = await Team.OfAsync(_service, "file", "LTU");

        var answer = await team.FileAsync(Answered("LEG-2.1", "yes"), Encoding.UTF8.GetBytes("What the act says"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var item = Assert.Single(await team.EvidenceAsync());
        Assert.Contains($"href=\"/responses/{team.Response}/files/{item.FileId}\"", await team.Lead.TextAsync(team.Page), StringComparison.Ordinal);
        await team.FileAsync([], Encoding.UTF8.GetBytes("What the act says"));
        Assert.Single(await team.EvidenceAsync());
    }

    [Theory]
    [InlineData(0, "This file is empty")]
    [InlineData(20_000_001, "This file is larger than 20 MB")]
    [InlineData(26_000_000, "This file is larger than 20 MB")]
    public async Task A_file_that_is_not_taken_leaves_every_answer_saved(int length, string reason)
    {
        var team = await Team.OfAsync(_service, "large", "POL");

        var answer = await team.FileAsync(await team.AnsweredAsync("LEG-2.1", "partial"), new byte[length]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("partial", (await team.CurrentAsync("LEG-2.1"))!.Value);
        Assert.Empty(await team.EvidenceAsync());
    }

    [Fact]
    public async Task A_pre_filled_answer_is_confirmed_by_its_button_only()
    {
        var team = await Team.OfAsync(_service, "prefilled", "BEL");
        await team.PrefillAsync("LEG-2.1", "yes");
        await team.PrefillAsync("LEG-2.4", "no");

        await team.Lead.PostAsync(team.Page, new(Answered("LEG-2.1", "yes", 1)) { ["LEG-2.4.value"] = "no", ["LEG-2.4.revision"] = "1", ["go"] = "next" });
        Assert.True((await team.CurrentAsync("LEG-2.1"))!.NeedsConfirmation);
        await team.Lead.PostAsync(team.Page, new(Answered("LEG-2.1", "yes", 1)) { ["LEG-2.4.value"] = "no", ["LEG-2.4.revision"] = "1", ["go"] = "confirm:LEG-2.1" });

        Assert.Equal((false, true), ((await team.CurrentAsync("LEG-2.1"))!.NeedsConfirmation, (await team.CurrentAsync("LEG-2.4"))!.NeedsConfirmation));
        var text = await team.Lead.TextAsync(team.Page);
        Assert.DoesNotContain("confirm:LEG-2.1", text, StringComparison.Ordinal);
        Assert.Contains("confirm:LEG-2.4", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_touched_is_no_conflict_when_somebody_else_changed_it()
    {
        var team = await Team.OfAsync(_service, "untouched", "NLD");
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "yes" }, "one", "0");
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "no" }, "two", "1");

        var answer = await team.Lead.PostAsync(team.Page, new(Answered("LEG-2.1", "yes", 1)) { ["go"] = "list" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(("no", 2), ((await team.CurrentAsync("LEG-2.1"))!.Value, (await team.CurrentAsync("LEG-2.1"))!.Revision));
    }

    [Fact]
    public async Task What_cannot_be_saved_keeps_the_revision_that_was_seen()
    {
        var team = await Team.OfAsync(_service, "seen", "LUX");
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "yes" }, "one", "0");
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "no" }, "two", "1");

        var answer = await team.Lead.PostAsync(team.Page, new(Answered("LEG-2.1", "perhaps", 1)) { ["go"] = "list" });

        Assert.Contains("name=\"LEG-2.1.revision\" value=\"1\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_session_is_shown_again_with_all_that_was_typed()
    {
        var team = await Team.OfAsync(_service, "session", "IRL");

        var answer = await team.Lead.SendAsync(new(HttpMethod.Post, team.Page) { Content = new FormUrlEncodedContent(new Dictionary<string, string>(Answered("LEG-2.1", "yes")) { ["LEG-2.1.comment"] = "typed with care", ["LEG-2.1.remark.text"] = "and this", ["go"] = "next" }) });

        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Matches("name=\"LEG-2.1.value\" value=\"yes\" checked", text);
        Assert.Contains("typed with care", text, StringComparison.Ordinal);
        Assert.Contains("and this", text, StringComparison.Ordinal);
        Assert.Null(await team.CurrentAsync("LEG-2.1"));
    }

    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("cross-site", false)]
    [InlineData(null, false)]
    public async Task A_form_that_comes_after_the_session_is_kept_to_be_sent_again_if_it_is_ours(string? site, bool isKept)
    {
        var team = await Team.OfAsync(_service, "signed-out", "TUR");
        Dictionary<string, string> fields = new(Answered("LEG-2.1", "yes")) { ["LEG-2.1.comment"] = "typed <with> care" };
        var request = new HttpRequestMessage(HttpMethod.Post, team.Page) { Content = new FormUrlEncodedContent(fields) };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        var answer = await _service.Anonymous().SendAsync(request);

        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(isKept ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(isKept, text.Contains("<input type=\"hidden\" name=\"LEG-2.1.comment\" value=\"typed &lt;with&gt; care\">", StringComparison.Ordinal));
        Assert.Null(await team.CurrentAsync("LEG-2.1"));
    }

    [Fact]
    public async Task A_question_that_is_not_asked_says_why_and_keeps_its_answer()
    {
        var team = await Team.OfAsync(_service, "asked", "AUT");
        var page = $"/responses/{team.Response}/sections/TEC-1";
        await team.Lead.PostAsync(page, new(Answered("TEC-1.1", "yes")) { ["TEC-1.2.value"] = "no", ["TEC-1.2.revision"] = "0", ["go"] = "list" });
        Assert.DoesNotContain("Not asked at present", await team.Lead.TextAsync($"{page}?part=TEC-1.2"), StringComparison.Ordinal);

        var saved = await team.Lead.PutAsync(team.Api("TEC-1.1"), new { value = "no" }, "not-any-more", "1");

        Assert.DoesNotContain("\"TEC-1.2\"", await saved.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var text = await team.Lead.TextAsync($"{page}?part=TEC-1.2");
        Assert.Contains("Not asked at present", text, StringComparison.Ordinal);
        Assert.Contains("the answer to TEC-1.1 is “Yes”", text, StringComparison.Ordinal);
        Assert.Matches("name=\"TEC-1.2.value\" value=\"no\" checked", text);
    }

    [Fact]
    public async Task Countries_in_a_table_are_named_and_kept_as_codes()
    {
        var team = await Team.OfAsync(_service, "table", "CHE");
        var page = $"/responses/{team.Response}/sections/COO-1";

        await team.Lead.PostAsync(page, new() { ["COO-1.4.revision"] = "0", ["COO-1.4.0.partner"] = "uganda", ["COO-1.4.0.subject"] = "Sharing", ["form-key"] = Key(), ["go"] = "stay" });
        await team.Lead.PutAsync(team.Api("COO-1.4"), new { value = "[{\"partner\":\"Uganda\",\"subject\":\"Sharing\"}]" }, "names", "1");

        Assert.Equal(1, (await team.CurrentAsync("COO-1.4"))!.Revision);
        Assert.Equal("[{\"partner\":\"UGA\",\"subject\":\"Sharing\"}]", (await team.CurrentAsync("COO-1.4"))!.Value);
        var text = await team.Lead.TextAsync(page);
        Assert.Matches("name=\"COO-1.4.0.partner\" data-column=\"partner\" value=\"Uganda\"", text);
    }

    [Fact]
    public async Task Remarks_to_colleagues_stay_in_the_country_and_questions_reach_the_secretariat()
    {
        var team = await Team.OfAsync(_service, "remark", "PRT");
        await team.Lead.PostAsync(team.Page, new() { ["go"] = "say:LEG-2.1", ["LEG-2.1.remark.text"] = "Between us", ["LEG-2.1.remark.to"] = "country" });
        await team.Lead.PostAsync(team.Page, new() { ["go"] = "say:LEG-2.1", ["LEG-2.1.remark.text"] = "Does a draft count?", ["LEG-2.1.remark.to"] = "secretariat" });
        await team.SubmitAsync();

        var (ours, theirs) = (await team.Lead.TextAsync(team.Page), await (await _service.SignedInAsync("rosa")).TextAsync(team.Page));

        Assert.Contains("Between us", ours, StringComparison.Ordinal);
        Assert.Contains("Remarks (2)", ours, StringComparison.Ordinal);
        Assert.DoesNotContain("Between us", theirs, StringComparison.Ordinal);
        Assert.Contains("Does a draft count?", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submitted_response_takes_remarks_only_and_shows_what_was_typed_too_late()
    {
        var team = await Team.OfAsync(_service, "closed", "ESP");
        await team.AttachAsync("Act");
        var id = Assert.Single(await team.EvidenceAsync()).Id;
        await team.SubmitAsync();

        var answer = await team.Lead.PostAsync(team.Page, new(Answered("LEG-2.1", "yes")) { ["LEG-2.1.comment"] = "too late", ["go"] = $"remove:{id}", ["LEG-2.1.remark.text"] = "One more thing" });

        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("These answers were submitted on", text, StringComparison.Ordinal);
        Assert.Contains("too late", text, StringComparison.Ordinal);
        Assert.Null(await team.CurrentAsync("LEG-2.1"));
        Assert.Null(Assert.Single(await team.EvidenceAsync()).RemovedAt);
        Assert.Equal("One more thing", Assert.Single(await team.MessagesAsync()).Text);
    }

    [Fact]
    public async Task Two_changes_in_one_context_see_what_happened_between_them()
    {
        var team = await Team.OfAsync(_service, "chain", "ITA");
        await _service.DataAsync(async db =>
        {
            await SayAsync(db, "first");
            await _service.DataAsync(async other => await SayAsync(other, "between"));
            return await SayAsync(db, "last");
        });

        Assert.Equal(["first", "between", "last"], (await team.MessagesAsync()).Select(message => message.Text));
        var chain = await _service.DataAsync(db => db.Audit.Where(entry => entry.ResponseId == team.Response).OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(1, chain.Count), chain);

        Task<string?> SayAsync(GciDb db, string text) => db.ResponseAsync(team.Response, (response, _) => Task.FromResult(response.Say(team.Person.AsActor(), null, Audience.Country, text, Moment.Now(TimeProvider.System))?.Code ?? "said"), Cancel);
    }

    private static string Key() => Guid.NewGuid().ToString();

    private static Dictionary<string, string> Answered(string code, string value, int revision = 0) => new() { ["form-key"] = Key(), [$"{code}.value"] = value, [$"{code}.revision"] = $"{revision}" };
}

public sealed class SectionFormOnSqliteTests(ServiceOnSqlite service) : SectionFormTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class SectionFormOnPostgreSqlTests(ServiceOnPostgreSql service) : SectionFormTests(service), IClassFixture<ServiceOnPostgreSql>;
