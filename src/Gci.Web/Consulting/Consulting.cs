using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Consultation;
using Gci.Data.Runs;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Consulting;

/// <summary>Takes what is said in a consultation; pages and programs come through here.</summary>
internal static class Consulting
{
    internal static async Task<Outcome<ConsultationItem>> SayAsync(
        this GciDb db, Actor actor, string edition, string? code, ConsultationKind kind, string? text, string? proposed, TimeProvider clock, CancellationToken cancel)
    {
        var run = await db.RunStateAsync(edition, cancel);
        var (item, refusal) = ConsultationItem.Say(actor, edition, run, code, kind, text, proposed, Moment.Now(clock));
        if (item is not null)
        {
            db.Add(item);
            await db.SaveChangesAsync(cancel);
        }

        return new(item, refusal);
    }

    /// <summary>Null where there is no such contribution to this edition.</summary>
    internal static async Task<Outcome<ConsultationItem>?> ChangeAsync(
        this GciDb db, string edition, Guid id, Func<ConsultationItem, Refusal?> change, CancellationToken cancel)
    {
        if (await db.Consultation.FirstOrDefaultAsync(item => item.Id == id && item.Edition == edition && item.WithdrawnAt == null, cancel) is not { } item)
        {
            return null;
        }

        var refusal = change(item);
        await db.SaveChangesAsync(cancel);
        return new(refusal is null ? item : null, refusal);
    }
}
