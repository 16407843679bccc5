using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.People;

/// <summary>What became of a change to who works on a response.</summary>
/// <param name="Link">The address that opens a new account; it is shown once and kept nowhere.</param>
/// <param name="Name">Whom it is about.</param>
public sealed record TeamOutcome(Refusal? Refusal, string? Name = null, string? Link = null, Guid? Invitation = null, Guid? Person = null);

/// <summary>Invites people to sections and changes what is open to them; the mail about it is queued in the same transaction.</summary>
public sealed class TeamChanges(GciDb db, EditionShelf shelf, Letters letters, ServiceOptions options, TimeProvider clock)
{
    public const int MostInvitations = 100;

    /// <summary>Opens the sections to somebody who has an account in the country, invites everybody else.</summary>
    public Task<TeamOutcome?> InviteAsync(OpenedResponse opened, PersonDraft person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(person);
        return db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var email = person.Email.ToUpperInvariant();
                return await db.Users.FirstOrDefaultAsync(user => user.NormalizedEmail == email, stop) is { } account
                    ? await OpenMoreAsync(opened, response, account, person.Rights, stop)
                    : await WhyNotInviteAsync(response.Id, email, stop) is { } refusal ? new(refusal) : Send(opened, response, person);
            },
            cancel);
    }

    /// <summary>Sends an invitation again with a new link; the one before stops working.</summary>
    public Task<TeamOutcome?> ResendAsync(OpenedResponse opened, Guid invitation, CancellationToken cancel) => WithInvitationAsync(opened, invitation, (response, found) =>
        response.Withdraw(opened.Actor, found, Moment.Now(clock)) is { } refusal
            ? new(refusal)
            : Send(opened, response, new(found.Name, found.Email, found.Language, found.GrantsOf())), cancel);

    public Task<TeamOutcome?> WithdrawAsync(OpenedResponse opened, Guid invitation, CancellationToken cancel) => WithInvitationAsync(
        opened, invitation, (response, found) => new(response.Withdraw(opened.Actor, found, Moment.Now(clock)), found.Name), cancel);

    /// <summary>Gives a contributor these rights in place of all before; none takes everything away.</summary>
    public Task<TeamOutcome?> GrantAsync(OpenedResponse opened, Guid person, IReadOnlyList<SectionRight> rights, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var account = await db.Users.FirstAsync(user => user.Id == person, stop);
                var before = Team.Rights(await GrantsAsync(response.Id, person, stop));
                if (SectionRight.Written(before) == SectionRight.Written(rights))
                {
                    return new TeamOutcome(null, account.Name);
                }

                return Granted(opened, response, account, rights);
            },
            cancel);
    }

    private async Task<TeamOutcome> OpenMoreAsync(OpenedResponse opened, Response response, Account account, IReadOnlyList<SectionRight> more, CancellationToken cancel) =>
        response.WhyNotWith(account) is { } refusal
            ? new(refusal)
            : Granted(opened, response, account, [.. Team.Rights(await GrantsAsync(response.Id, account.Id, cancel)), .. more]);

    private TeamOutcome Granted(OpenedResponse opened, Response response, Account account, IReadOnlyList<SectionRight> rights)
    {
        if (response.Grant(opened.Actor, account, rights, Moment.Now(clock)) is { } refusal)
        {
            return new(refusal);
        }

        if (rights.Any(right => right.Right > Right.None))
        {
            letters.Queue(account, "sections-opened", [.. About(opened, account.Language), ("link", $"{options.PublicAddress}/responses/{response.Id}")]);
        }

        return new(null, account.Name, Person: account.Id);
    }

    private TeamOutcome Send(OpenedResponse opened, Response response, PersonDraft person)
    {
        var (invitation, secret) = db.InviteTo(
            new(person.Email, person.Name.Trim(), Role.Contributor, response.Country, person.Language, response.Id, person.Rights), opened.Actor.Id, clock);
        if (response.Invite(opened.Actor, invitation, Moment.Now(clock)) is { } refusal)
        {
            db.Invitations.Remove(invitation);
            return new(refusal);
        }

        var link = $"{options.PublicAddress}/account/invitation/{secret}";
        var day = Gci.Editions.Translations.AnswerWording.Day(DateOnly.FromDateTime(invitation.ExpiresAt.UtcDateTime), person.Language);
        letters.Queue(person.Email, person.Language, "sections-invitation", [.. About(opened, person.Language), ("name", invitation.Name), ("link", link), ("date", day)]);
        return new(null, invitation.Name, link, invitation.Id);
    }

    private async Task<Refusal?> WhyNotInviteAsync(Guid response, string email, CancellationToken cancel)
    {
        var now = Moment.Now(clock);
        var open = await db.Invitations.Where(found => found.ResponseId == response && found.AcceptedAt == null && found.RevokedAt == null && found.ExpiresAt > now)
            .Select(found => found.Email).ToListAsync(cancel);
        return open.Contains(email, StringComparer.OrdinalIgnoreCase) ? new("invited-already") : open.Count >= MostInvitations ? new("invitations-full", ("maximum", MostInvitations)) : null;
    }

    private Task<TeamOutcome?> WithInvitationAsync(OpenedResponse opened, Guid invitation, Func<Response, Invitation, TeamOutcome> decide, CancellationToken cancel) =>
        db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) => await db.Invitations.FirstOrDefaultAsync(found => found.Id == invitation && found.ResponseId == response.Id, stop) is not { } found
                ? new TeamOutcome(new("not-found"))
                : found.AcceptedAt is not null || found.RevokedAt is not null ? new(new("invitation-gone"))
                : decide(response, found),
            cancel);

    private Task<List<SectionGrant>> GrantsAsync(Guid response, Guid person, CancellationToken cancel) =>
        db.Grants.AsNoTracking().Where(grant => grant.ResponseId == response && grant.AccountId == person).ToListAsync(cancel);

    private (string Name, object? Value)[] About(OpenedResponse opened, string language) =>
    [
        ("by", opened.Actor.Name),
        ("country", shelf.Edition(opened.Response.Edition).Countries[opened.Response.Country].NameIn(language)),
        ("edition", opened.Edition.Title),
    ];
}
