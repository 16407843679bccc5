using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>Somebody of the country.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">The address with which the person signs in.</param>
/// <param name="Role">What the person does.</param>
/// <param name="Rights">What is open to the person; empty for a focal point, who may do everything.</param>
public sealed record PersonEntry(Guid Id, string Name, string Email, Role Role, IReadOnlyList<SectionRight> Rights);

/// <summary>An invitation that was neither accepted nor withdrawn.</summary>
/// <param name="Id">Names it where it is sent again or withdrawn.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">Where the mail went.</param>
/// <param name="ExpiresAt">When its link stops working.</param>
/// <param name="Rights">What it opens.</param>
public sealed record InvitationEntry(Guid Id, string Name, string Email, DateTimeOffset ExpiresAt, IReadOnlyList<SectionRight> Rights);

/// <summary>Whom to invite.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Email">Where the mail goes.</param>
/// <param name="Language">The language of the mail and of the person's pages.</param>
/// <param name="Rights">What to open: codes of pillars and sections with a right each.</param>
public sealed record NewPerson(string Name, string Email, string Language, IReadOnlyList<SectionRight> Rights);

/// <summary>What became of an invitation.</summary>
/// <param name="Person">The account that the sections were opened to, where the person had one.</param>
/// <param name="Invitation">The invitation that was sent otherwise.</param>
/// <param name="Link">The address that opens the account. It is given only here, and works once.</param>
public sealed record Invited(Guid? Person, Guid? Invitation, string? Link);

/// <summary>What a person may do from now on.</summary>
/// <param name="Rights">All of it: what is left out is taken away.</param>
public sealed record NewRights(IReadOnlyList<SectionRight> Rights);

/// <summary><c>/api/v1/responses/{id}/people</c>: for the focal point; for everybody else not found.</summary>
internal static class PeopleRoutes
{
    internal static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/responses/{id:guid}/people").WithTags("People");
        people.MapGet("", ListAsync).Operation("listPeople", Scopes.ReadResponses, "Who works on a response").Produces<Slice<PersonEntry>>();
        people.MapPost("", InviteAsync).Operation("invitePerson", Scopes.WritePeople, "Invite a person to sections")
            .WithDescription("Somebody who has an account in the country already gets the sections at once; everybody else a mail with a link.").Produces<Invited>(StatusCodes.Status201Created)
            .Refuses("person-name", "person-email", "person-language", "person-rights", "person-unsuitable", "invited-already", "invitations-full");
        people.MapPut("/{person:guid}", GrantAsync).Operation("setRights", Scopes.WritePeople, "Change what a contributor may do")
            .Produces(StatusCodes.Status204NoContent).Refuses("person-rights");
        people.MapDelete("/{person:guid}", RemoveAsync).Operation("removePerson", Scopes.WritePeople, "Take everything away from a contributor").Produces(StatusCodes.Status204NoContent);
        people.MapGet("/invitations", InvitationsAsync).Operation("listInvitations", Scopes.WritePeople, "Open invitations").Produces<Slice<InvitationEntry>>();
        people.MapPost("/invitations/{invitation:guid}", ResendAsync).Operation("resendInvitation", Scopes.WritePeople, "Send an invitation again, with a new link")
            .Produces<Invited>(StatusCodes.Status201Created).Refuses("invitation-gone");
        people.MapDelete("/invitations/{invitation:guid}", WithdrawAsync).Operation("withdrawInvitation", Scopes.WritePeople, "Withdraw an invitation")
            .Produces(StatusCodes.Status204NoContent).Refuses("invitation-gone");
    }

    private static async Task<IResult> ListAsync(Guid id, GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel) =>
        await TeamAsync(id, db, shelf, visitor, cancel) is not (_, { } team) ? Results.NotFound() : Sliced(
            visitor, http, window,
            [.. team.Members.Select(member => new PersonEntry(member.Account.Id, member.Account.Name, member.Account.Email!, member.Account.Role, member.Rights))], entry => entry.Id);

    private static async Task<IResult> InvitationsAsync(Guid id, GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel) =>
        await TeamAsync(id, db, shelf, visitor, cancel) is not (_, { } team) ? Results.NotFound() : Sliced(
            visitor, http, window,
            [.. team.Invitations.Select(found => new InvitationEntry(found.Id, found.Name, found.Email, found.ExpiresAt, found.GrantsOf()))], entry => entry.Id);

    private static async Task<IResult> InviteAsync(Guid id, NewPerson body, GciDb db, EditionShelf shelf, Visitor visitor, TeamChanges changes, CancellationToken cancel)
    {
        if (await LedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return Results.NotFound();
        }

        var person = new PersonDraft(body.Name.Trim(), body.Email.Trim(), body.Language, body.Rights);
        return person.Mistakes(opened.Edition.Questionnaire!).FirstOrDefault() is { } mistake
            ? ProblemAnswers.Refused(visitor.Texts, mistake)
            : Answer(visitor, await changes.InviteAsync(opened, person, cancel), Created(id));
    }

    private static async Task<IResult> GrantAsync(Guid id, Guid person, NewRights body, GciDb db, EditionShelf shelf, Visitor visitor, TeamChanges changes, CancellationToken cancel) =>
        await TeamAsync(id, db, shelf, visitor, cancel) is not ({ } opened, { } team) || !IsContributor(team, person) ? Results.NotFound()
        : !RightsForm.AreKnown(body.Rights, opened.Edition.Questionnaire!) ? ProblemAnswers.Refused(visitor.Texts, new("person-rights"))
        : Answer(visitor, await changes.GrantAsync(opened, person, body.Rights, cancel), _ => Results.NoContent());

    private static async Task<IResult> RemoveAsync(Guid id, Guid person, GciDb db, EditionShelf shelf, Visitor visitor, TeamChanges changes, CancellationToken cancel) =>
        await TeamAsync(id, db, shelf, visitor, cancel) is not ({ } opened, { } team) || !IsContributor(team, person)
            ? Results.NotFound()
            : Answer(visitor, await changes.GrantAsync(opened, person, [], cancel), _ => Results.NoContent());

    private static async Task<IResult> ResendAsync(Guid id, Guid invitation, GciDb db, EditionShelf shelf, Visitor visitor, TeamChanges changes, CancellationToken cancel) =>
        await LedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            ? Results.NotFound()
            : Answer(visitor, await changes.ResendAsync(opened, invitation, cancel), Created(id));

    private static async Task<IResult> WithdrawAsync(Guid id, Guid invitation, GciDb db, EditionShelf shelf, Visitor visitor, TeamChanges changes, CancellationToken cancel) =>
        await LedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            ? Results.NotFound()
            : Answer(visitor, await changes.WithdrawAsync(opened, invitation, cancel), _ => Results.NoContent());

    private static Func<TeamOutcome, IResult> Created(Guid id) => outcome =>
        Results.Created($"{ApiGroup.Prefix}/responses/{id}/people", new Invited(outcome.Person, outcome.Invitation, outcome.Link));

    private static IResult Answer(Visitor visitor, TeamOutcome? outcome, Func<TeamOutcome, IResult> done) =>
        outcome is null ? Results.NotFound() : outcome.Refusal is { } refusal ? ProblemAnswers.Refused(visitor.Texts, refusal) : done(outcome);

    private static async Task<(OpenedResponse? Opened, Team? Team)> TeamAsync(Guid id, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        await LedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is { } opened ? (opened, await Team.LoadAsync(db, opened.Response, cancel)) : (null, null);

    private static bool IsContributor(Team team, Guid person) => team.Members.Any(member => !member.Leads && member.Account.Id == person);

    private static IResult Sliced<T>(Visitor visitor, HttpContext http, Window window, IReadOnlyList<T> all, Func<T, Guid> keyOf)
    {
        var (slice, wrong) = Slices.Of(http, window, all, item => keyOf(item).ToString());
        return slice is null ? ProblemAnswers.Refused(visitor.Texts, wrong!) : Results.Ok(slice);
    }
}
