using System.Buffers.Text;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.EndToEnd;

/// <summary>A service in the midst of its work: answers with evidence, a suggestion and remarks, people invited, a copy brought back, a response submitted.</summary>
public sealed partial class Scenery : ServiceOnSqlite
{
    private static CancellationToken Cancel => CancellationToken.None;

    /// <summary>A response that was submitted by <c>timoci</c>.</summary>
    public Guid Submitted { get; private set; }

    /// <summary>A private copy of <c>amina</c>.</summary>
    public Guid PrivateCopy { get; private set; }

    /// <summary>A response of <c>fatu</c> that nothing stands in the way of.</summary>
    public Guid Untouched { get; private set; }

    /// <summary>A contributor to the response of Kenya.</summary>
    public Guid Contributor { get; private set; }

    /// <summary>The address of an invitation that nobody took up yet.</summary>
    public string Invitation { get; private set; } = "";

    /// <summary>The address that a mail to somebody who forgot the password carries.</summary>
    public string Reset { get; private set; } = "";

    /// <summary>A copy of Kenya's questionnaire with an answer that is new, one that somebody changed meanwhile, and one that is wrong.</summary>
    public byte[] Workbook { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (amina, barasa) = (await AccountAsync("amina"), await AccountAsync("barasa"));
        Contributor = barasa.Id;
        await AnswerKenyaAsync(amina, barasa);
        Workbook = await BringBackAsync(barasa);
        PrivateCopy = await OpenAsync(amina, "2024", ResponseKind.SelfAssessment);
        await AnswerAsync(PrivateCopy, amina, "LEG-1.1.1", "yes", null);
        Untouched = await OpenAsync(await PersonAsync("fatu", Role.FocalPoint, "GHA"), "2024");
        Submitted = await SubmitAsync(await PersonAsync("timoci", Role.FocalPoint, "FJI"));
        await RunAsync(await AccountAsync("anders"));
        await ReviewAsync(await AccountAsync("anders"));
        await DraftAsync(await AccountAsync("anders"));
        await InviteAsync(amina, await AccountAsync("adam"));
        await PrepareSignInAsync();
    }

    private async Task AnswerKenyaAsync(Account amina, Account barasa)
    {
        await AnswerAsync(Kenya, amina, "LEG-1.1.1", "yes", "In force since 2018");
        await AnswerAsync(Kenya, amina, "LEG-1.1.2", "partial", null);
        await AnswerAsync(Kenya, amina, "LEG-1.3", "supply;possession", null);
        var (question, chao) = (Edition("2024").QuestionOf("LEG-1.1.1")!, await AccountAsync("chao"));
        await ChangeAsync(Kenya, (found, now) => found.Attach(amina.AsActor(), question, new(question.Evidence!.Kinds[0], "Computer Misuse and Cybercrimes Act, 2018", "sections 14 to 16", "https://example.org/act"), [], null, now));
        await ChangeAsync(Kenya, (found, now) => found.Grant(amina.AsActor(), chao, ["LEG-1", "CAP-2"], Right.Suggest, now));
        await ChangeAsync(Kenya, (found, now) => found.Suggest(chao.AsActor(), "LEG-1.1.3", new("yes", false, null, "Section 17 covers it"), [], now));
        await ChangeAsync(Kenya, (found, now) => found.Say(barasa.AsActor(), "LEG-1.1.1", Audience.Country, "Is the amendment of 2024 in force?", now));
        await ChangeAsync(Kenya, (found, now) => found.Say(amina.AsActor(), "LEG-1.1.1", Audience.Country, "From July on.", now));
        await ChangeAsync(Kenya, (found, now) => found.Say(amina.AsActor(), null, Audience.Secretariat, "May we send a draft act as evidence?", now));
    }

    private Task<int> DraftAsync(Account anders) => PartsAsync(async parts =>
    {
        var desk = parts.GetRequiredService<DraftDesk>();
        Assert.Null((await desk.DeriveAsync(anders.AsActor(), "2026", "2028", "Index 2028", new(2028, 12, 31), Cancel)).Refusal);
        Assert.Null((await desk.StepAsync(anders.AsActor(), "2028", DraftSteps.Remove("LEG-2.8", "Not comparable."), Cancel)).Refusal);
        return 0;
    });

    private async Task<byte[]> BringBackAsync(Account barasa)
    {
        var copy = await FilledWorkbook.DownloadAsync(await SignedInAsync("amina"), Kenya);
        await AnswerAsync(Kenya, barasa, "LEG-1.1.4", "partial", "A bill is before parliament");
        return FilledWorkbook.Typed(
            copy, ("LEG-1.2.1/answer", FilledWorkbook.Answer, "yes"), ("LEG-1.1.4/answer", FilledWorkbook.Answer, "no"), ("LEG-1.2.2/answer", FilledWorkbook.Answer, "perhaps"));
    }

    // The edition 2026 is open until next month.
    private Task<int> RunAsync(Account anders) => DataAsync(db =>
    {
        var (run, now) = (EditionRun.Begin(anders.AsActor(), "2026", Moment.Now(Clock)), Moment.Now(Clock));
        Assert.Null(run.Schedule(anders.AsActor(), RunCalendar.Empty with { AnswersDue = now.AddDays(30) }, now));
        Assert.Null(run.Take(anders.AsActor(), RunStep.Open, now));
        db.Begin(run);
        return db.SaveChangesAsync(Cancel);
    });

    private async Task<Guid> SubmitAsync(Account person)
    {
        var response = await OpenAsync(person, "2024");
        await AnswerAsync(response, person, "LEG-1.1.1", "no", null);
        await CertifyAsync(response, person);
        return response;
    }

    private Task<int> InviteAsync(Account amina, Account adam) => PartsAsync(async parts =>
    {
        var db = parts.GetRequiredService<GciDb>();
        Invitation = Invitations.PathOf(db.Invite(new("wanjiru@example.org", "Wanjiru", Role.Contributor, "KEN", "en", Kenya, [new("TEC", Right.Edit)]), amina.Id, Clock));
        await parts.GetRequiredService<Invitations>().InviteAsync(new("keoni@example.org", "Keoni", Role.Reviewer, null, "en"), adam.Id, Cancel);
        db.ApiTokens.Add(ApiToken.Issue(amina.Id, new("Ministry’s register", [Scopes.ReadResponses, Scopes.WriteResponses], 90), 0, Moment.Now(Clock)).Token!);
        return await db.SaveChangesAsync(Cancel);
    });

    // tess began to set up the second factor; selu has one.
    private async Task PrepareSignInAsync()
    {
        var (tess, selu) = (await PersonAsync("tess", Role.Reviewer, null), await PersonAsync("selu", Role.Reviewer, null));
        Reset = await PartsAsync(async parts =>
        {
            var accounts = parts.GetRequiredService<UserManager<Account>>();
            await accounts.ResetAuthenticatorKeyAsync((await accounts.FindByIdAsync(tess.Id.ToString()))!);
            var careful = (await accounts.FindByIdAsync(selu.Id.ToString()))!;
            await accounts.ResetAuthenticatorKeyAsync(careful);
            await accounts.SetTwoFactorEnabledAsync(careful, true);
            return $"/account/reset/{selu.Id}/{Base64Url.EncodeToString(Convert.FromBase64String(await accounts.GeneratePasswordResetTokenAsync(careful)))}";
        });
    }

    private async Task AnswerAsync(Guid response, Account by, string question, string value, string? comment)
    {
        var saved = await DataAsync(db => db.SaveAsync(response, by.AsActor(), Edition("2024"), new(question, new(value, false, null, comment), 0, Guid.NewGuid().ToString()), Clock, Cancel));
        Assert.IsType<SaveOutcome.Saved>(saved);
    }

    private async Task ChangeAsync(Guid response, Func<Response, DateTimeOffset, Refusal?> change) =>
        Assert.Equal("", await DataAsync(db => db.ResponseAsync(response, (found, _) => Task.FromResult(change(found, Moment.Now(Clock))?.Code ?? ""), Cancel)));

    private Task<Account> AccountAsync(string name) => DataAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == $"{name}@example.org", Cancel));
}
