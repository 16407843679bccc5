using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Reviewing;

/// <summary>A response of a country of its own, submitted with three answers and two pieces of evidence, for the tests of reviews.</summary>
internal sealed class Reviewed(Service service, string country, Account focal, Guid id)
{
    internal const string Question = "LEG-1.1.1";
    internal const string Second = "LEG-1.1.3";
    internal const string Third = "LEG-1.1.4";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal Guid Id => id;

    internal Account Focal => focal;

    /// <summary>The sign-in name of the country's focal point.</summary>
    internal string FocalName => $"focal-{country.ToLowerInvariant()}";

    internal string Review(string code) => $"/api/v1/responses/{id}/review/{code}";

    internal static async Task<Reviewed> SubmittedAsync(Service service, string country)
    {
        var opened = await OpenedAsync(service, country);
        await opened.AnswerAsync("In the code of 2018", "Act on");
        await service.CertifyAsync(opened.Id, opened.Focal);
        return opened;
    }

    internal static async Task<Reviewed> OpenedAsync(Service service, string country)
    {
        var focal = await service.PersonAsync($"focal-{country.ToLowerInvariant()}", Role.FocalPoint, country);
        return new(service, country, focal, await service.OpenAsync(focal, "2026"));
    }

    internal async Task<Account> PersonAsync(string name) => await service.DataAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == $"{name}@example.org"));

    /// <summary>Gives a pillar to somebody, in the name of the analyst.</summary>
    internal async Task AssignAsync(string reviewer, ReviewSeat seat = ReviewSeat.First, string pillar = "LEG")
    {
        var (analyst, account) = (await PersonAsync("anders"), await PersonAsync(reviewer));
        Assert.Null((await ChangeAsync(async (db, response, now) => response.Assign(
            analyst.AsActor(), account, pillar, seat, await db.Assignments.Where(row => row.ResponseId == id && row.EndedAt == null).ToListAsync(Cancel), now)))?.Code);
    }

    internal Task<ResponseState> StateAsync() => service.DataAsync(db => db.Responses.Where(response => response.Id == id).Select(response => response.State).SingleAsync(Cancel));

    internal Task<AnswerRevision?> AnswerAsync(string question) => service.DataAsync(async db => (AnswerRevision?)await db.CurrentAnswers(id).AsNoTracking().FirstOrDefaultAsync(answer => answer.Question == question, Cancel));

    internal Task<List<Verdict>> VerdictsAsync() => service.DataAsync(db => db.Verdicts.AsNoTracking().Where(verdict => verdict.ResponseId == id).OrderBy(verdict => verdict.AuditSequence).ToListAsync(Cancel));

    internal Task<List<EvidenceItem>> EvidenceAsync() => service.DataAsync(db => db.Evidence.AsNoTracking().Where(item => item.ResponseId == id).OrderBy(item => item.At).ToListAsync(Cancel));

    /// <summary>The subjects of the mails to somebody.</summary>
    internal Task<List<string>> MailsAsync(string name) => service.DataAsync(db => db.Mails.AsNoTracking().Where(mail => mail.To == $"{name}@example.org").Select(mail => mail.Subject).ToListAsync(Cancel));

    internal Task<Refusal?> MissDeadlineAsync() => ChangeAsync((_, response, now) => Task.FromResult(response.MissDeadline(EditionRun.Service, now) ? null : new Refusal("not-missed")));

    private Task<Refusal?> ChangeAsync(Func<GciDb, Response, DateTimeOffset, Task<Refusal?>> change) => service.DataAsync(async db =>
        (await db.ResponseAsync<Tuple<Refusal?>>(id, async (response, _) => Tuple.Create(await change(db, response, Moment.Now(TimeProvider.System))), Cancel))!.Item1);

    /// <summary>Answers three questions, each with a comment and a link.</summary>
    internal async Task AnswerAsync(string comment, string title)
    {
        var edition = service.Edition("2026");
        foreach (var code in (string[])[Question, Second, Third])
        {
            await service.DataAsync(db => db.SaveAsync(id, focal.AsActor(), edition, new(code, new("yes", Comment: comment), 0, $"reviewed-{code}"), TimeProvider.System, Cancel));
            await ChangeAsync((_, response, now) => Task.FromResult(response.Attach(
                focal.AsActor(), edition.QuestionOf(code)!, new("law", $"{title} {code}", "article 4", $"https://example.org/{code}"), [], null, now)));
        }
    }
}
