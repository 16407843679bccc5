using System.Net;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Offline;

/// <summary>A country of its own for each test, and what its people do.</summary>
public abstract class OfflineTests
{
    private static int s_next;

    protected OfflineTests(Service service)
    {
        Service = service;
        service.Require();
    }

    protected Service Service { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A focal point of a country that no other test has, with an open response to 2024.</summary>
    protected async Task<(Browser Browser, Guid Response, Account Person)> CountryAsync()
    {
        var country = Service.Edition("2024").Countries.Keys.Except(["KEN", "URY"]).ElementAt(Interlocked.Increment(ref s_next));
        var person = await Service.PersonAsync($"focal-{country}-{Guid.NewGuid():N}".ToLowerInvariant(), Role.FocalPoint, country);
        return (await Service.SignedInAsync(person.Email!.Split('@')[0]), await Service.OpenAsync(person, "2024"), person);
    }

    protected async Task<(Browser Browser, Account Account)> ColleagueAsync(Account focalPoint)
    {
        var account = await Service.PersonAsync($"helper-{Guid.NewGuid():N}", Role.Contributor, focalPoint.Country);
        return (await Service.SignedInAsync(account.Email!.Split('@')[0]), account);
    }

    protected Task<Response?> GrantAsync(Guid response, Account by, Account to, string[] sections, Right right) => Service.DataAsync(db => db.ResponseAsync(
        response,
        (found, _) =>
        {
            found.Grant(by.AsActor(), to, sections, right, Moment.Now(TimeProvider.System));
            return Task.FromResult(found);
        },
        Cancel));

    protected Task<Response?> AttachAsync(Guid response, string code) => Service.DataAsync(async db =>
    {
        var question = Service.Edition("2024").QuestionOf(code)!;
        var by = await db.Users.FirstAsync(Cancel);
        return await db.ResponseAsync(
            response,
            (found, _) =>
            {
                Assert.Null(found.Attach(by.AsActor(), question, new(question.Evidence!.Kinds[0], "Theirs", null, "https://example.org/theirs"), [], null, Moment.Now(TimeProvider.System)));
                return Task.FromResult(found);
            },
            Cancel);
    });

    protected static async Task SaveAsync(Browser browser, Guid response, string code, string value)
    {
        var saved = await browser.PutAsync($"/api/v1/responses/{response}/answers/{code}", new { value }, Guid.NewGuid().ToString(), "0");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    protected static async Task<string> PreviewAsync(Browser browser, Guid response, byte[] workbook)
    {
        var answer = await browser.UploadAsync($"/responses/{response}/copies", "workbook", "answers.xlsx", workbook);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        return page;
    }

    protected static Task<HttpResponseMessage> ApplyAsync(Browser browser, Guid response, IEnumerable<KeyValuePair<string, string>> fields) =>
        browser.SubmitAsync($"/responses/{response}/copies?handler=Apply", fields, $"/responses/{response}/copies");

    protected Task<List<AnswerRevision>> AnswersAsync(Guid response) =>
        Service.DataAsync(db => db.CurrentAnswers(response).AsNoTracking().OrderBy(answer => answer.Question).ToListAsync(Cancel));

    protected Task<List<EvidenceItem>> EvidenceAsync(Guid response) =>
        Service.DataAsync(db => db.Evidence.AsNoTracking().Where(item => item.ResponseId == response && item.RemovedAt == null).ToListAsync(Cancel));

    protected Task<bool> IsSoundAsync(Guid response) => Service.DataAsync(async db =>
    {
        using var folder = new TemporaryFolder();
        using var key = SealKey.OpenOrMake(folder.At("seal-key.pem"));
        return (await db.VerifyAuditAsync(key, Cancel)).All(broken => broken.Response != response);
    });
}
