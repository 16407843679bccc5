using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Answering;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Submitting;

/// <summary>Certifies and submits a response; the page and the API come through here.</summary>
public sealed class Submission(GciDb db, EditionShelf shelf, Letters letters, Sealer sealer, TimeProvider clock)
{
    private sealed record Outcome(Refusal? Refusal);

    /// <summary>
    /// Null where it was submitted: certificate, link of the chain and mails are committed together, and the chains are sealed right after.
    /// </summary>
    public async Task<Refusal?> CertifyAsync(OpenedResponse opened, Certificate certificate, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(certificate);
        var outcome = await db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var dossier = await Dossier.LoadAsync(db, response.Id, stop);
                var refusal = response.Certify(
                    opened.Actor, certificate, dossier, Completeness.Of(opened.Edition, response.Country, dossier), Moment.Now(clock));
                if (refusal is null)
                {
                    await TellAsync(opened, response, stop);
                }

                return new Outcome(refusal);
            },
            cancel);
        if (outcome is { Refusal: null })
        {
            // It is submitted now, whether or not somebody still waits for the page.
            await sealer.SealAsync(CancellationToken.None);
        }

        return outcome?.Refusal;
    }

    private async Task TellAsync(OpenedResponse opened, Response response, CancellationToken cancel)
    {
        var contributors = db.Grants.Where(grant => grant.ResponseId == response.Id).Select(grant => grant.AccountId);
        var people = await db.Users.AsNoTracking()
            .Where(person => person.ClosedAt == null && person.Country == response.Country
                && (person.Role == Role.FocalPoint || (person.Role == Role.Contributor && contributors.Contains(person.Id))))
            .OrderBy(person => person.Id).ToListAsync(cancel);
        foreach (var person in people)
        {
            letters.Queue(
                person,
                person.Role == Role.FocalPoint ? "submitted" : "submitted-contributor",
                ("edition", opened.Edition.Title),
                ("country", opened.Edition.Countries[response.Country].NameIn(person.Language)),
                ("person", response.CertifiedName),
                ("office", response.CertifiedOffice),
                ("time", shelf.In(person.Language).Moment(response.SubmittedAt!.Value)),
                ("response", response.Id));
        }
    }
}
