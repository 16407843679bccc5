using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Web;
using Gci.Web.Answering;
using Gci.Web.Reviewing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.EndToEnd;

public sealed partial class Scenery
{
    /// <summary>A response of <c>tui</c> that the secretariat gave back with a question.</summary>
    public Guid Returned { get; private set; }

    /// <summary>Answers that the secretariat found out for the country of <c>caio</c>, which is asked whether they are right.</summary>
    public Guid Offered { get; private set; }

    private async Task ReviewAsync(Account anders)
    {
        Returned = await SubmitAsync(await PersonAsync("tui", Role.FocalPoint, "NZL"));
        await CloseAnsweringAsync(anders.AsActor());
        await PersonAsync("caio", Role.FocalPoint, "BRA");
        await PartsAsync(async parts =>
        {
            var returning = parts.GetRequiredService<Returning>();
            var opened = await OpenedAsync(parts, anders, Returned);
            Assert.Null((await returning.ReturnAsync(opened, [new("LEG-1.1.1", "Section 252 of the Crimes Act 1961 looks like a yes.", null)], Cancel))?.Code);
            return true;
        });
        Offered = await PartsAsync(async parts =>
        {
            var (begun, refusal) = await parts.GetRequiredService<Researching>().BeginAsync(anders.AsActor(), Edition("2024"), "BRA", Cancel);
            Assert.Null(refusal?.Code);
            return begun!.Value;
        });
        await PartsAsync(async parts =>
        {
            Assert.Null((await parts.GetRequiredService<Researching>().OfferAsync(await OpenedAsync(parts, anders, Offered), Cancel))?.Code);
            return true;
        });
    }

    private Task<int> CloseAnsweringAsync(Actor anders) => DataAsync(db =>
    {
        var (run, now) = (EditionRun.Begin(anders, "2024", Moment.Now(Clock)), Moment.Now(Clock));
        Assert.Null(run.Take(anders, RunStep.Open, now)?.Code);
        Assert.Null(run.Take(anders, RunStep.CloseAnswering, now)?.Code);
        db.Begin(run);
        return db.SaveChangesAsync(Cancel);
    });

    private static async Task<OpenedResponse> OpenedAsync(IServiceProvider parts, Account person, Guid response) =>
        (await OpenedResponse.FindAsync(parts.GetRequiredService<GciDb>(), parts.GetRequiredService<EditionShelf>(), person.AsActor(), response, Cancel))!;
}
