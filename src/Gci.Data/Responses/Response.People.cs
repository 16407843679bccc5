using Gci.Data.Accounts;
using Gci.Data.Auditing;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>What an account may do with a section of this response. Staff reads a national response once it is submitted.</summary>
    /// <param name="grants">The grants of the account on this response.</param>
    /// <param name="pillar">The code of the pillar that the section belongs to.</param>
    /// <param name="section">The code of the section.</param>
    public Right RightOf(Actor actor, IEnumerable<SectionGrant> grants, string pillar, string section)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(grants);
        return Kind == ResponseKind.SelfAssessment ? (OwnerId == actor.Id ? Right.Edit : Right.None)
            : actor.Role.IsSecretariat() ? RightOfStaff(actor)
            : actor.Country != Country ? Right.None
            : State == ResponseState.DeskResearch ? (actor.Role == Role.FocalPoint ? Right.View : Right.None)
            : actor.Role switch
            {
                Role.FocalPoint => Right.Edit,
                Role.Contributor => grants.Where(grant => grant.AccountId == actor.Id && (grant.Section == pillar || grant.Section == section))
                    .Select(grant => grant.Right).DefaultIfEmpty(Right.None).Max(),
                _ => Right.None,
            };
    }

    // What the country has not submitted is its own, unless it did not submit at all and reviewers answer in its place.
    private Right RightOfStaff(Actor actor) =>
        State == ResponseState.DeskResearch && actor.Role is Role.Reviewer or Role.Administrator ? Right.Edit
        : SubmittedAt is null && ResearchedAt is null ? Right.None
        : Right.View;

    /// <summary>Whether the response exists for an account at all; for everybody else it is not found.</summary>
    public bool IsKnownTo(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Kind == ResponseKind.SelfAssessment ? OwnerId == actor.Id
            : actor.Role.IsSecretariat() || (actor.Role.IsRespondent() && actor.Country == Country);
    }

    /// <summary>Whether the account leads the response: invites, decides, certifies.</summary>
    public bool IsLedBy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Kind == ResponseKind.SelfAssessment ? OwnerId == actor.Id : actor.Role == Role.FocalPoint && actor.Country == Country;
    }

    /// <summary>Why the account cannot be given a part of this response; the same for every reason, so that nobody learns who has an account.</summary>
    public Refusal? WhyNotWith(Account person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Role == Role.Contributor && person.Country == Country && person.ClosedAt is null ? null : new("person-unsuitable");
    }

    /// <summary>Opens sections with one right to a contributor in place of what was open to that person before; no section takes everything away.</summary>
    public Refusal? Grant(Actor actor, Account contributor, IReadOnlyCollection<string> sections, Right right, DateTimeOffset now) =>
        Grant(actor, contributor, [.. sections.Select(section => new SectionRight(section, right))], now);

    /// <summary>Opens sections to a contributor, each with its right, in place of what was open to that person before; none takes everything away.</summary>
    public Refusal? Grant(Actor actor, Account contributor, IReadOnlyCollection<SectionRight> rights, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(contributor);
        var isTakenAway = rights.All(right => right.Right == Right.None);
        if ((WhyNotLedBy(actor) ?? (isTakenAway ? null : WhyNotWith(contributor))) is { } refusal)
        {
            return refusal;
        }

        Replace(contributor, rights, actor.Id, now);
        Added.Add(Append(actor, isTakenAway ? "people.removed" : "people.granted", contributor.Id.ToString(), ContentOf(contributor.Id, rights), now));
        return null;
    }

    /// <summary>Records that somebody was invited to sections.</summary>
    public Refusal? Invite(Actor actor, Invitation invitation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        if (WhyNotLedBy(actor) is { } refusal)
        {
            return refusal;
        }

        Added.Add(Append(actor, AuditActions.PersonInvited, invitation.Id.ToString(), CanonicalHash.Of("invitation", invitation.Id.ToString(), invitation.Sections), now));
        return null;
    }

    /// <summary>Makes an invitation useless. One that was accepted or withdrawn before stays as it is.</summary>
    public Refusal? Withdraw(Actor actor, Invitation invitation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        if (WhyNotLedBy(actor) is { } refusal)
        {
            return refusal;
        }

        if (invitation is { AcceptedAt: null, RevokedAt: null })
        {
            invitation.RevokedAt = now;
            Added.Add(Append(actor, "people.withdrawn", invitation.Id.ToString(), CanonicalHash.Of("invitation", invitation.Id.ToString(), "withdrawn"), now));
        }

        return null;
    }

    /// <summary>Opens to somebody who accepted an invitation what the focal point had promised.</summary>
    public void Welcome(Account contributor, Invitation invitation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(contributor);
        ArgumentNullException.ThrowIfNull(invitation);
        var rights = SectionRight.Read(invitation.Sections, invitation.Right);
        Replace(contributor, rights, invitation.InvitedBy, now);
        Added.Add(Append(contributor.AsActor(), "people.joined", contributor.Id.ToString(), ContentOf(contributor.Id, rights), now));
    }

    /// <summary>Whose grants were given anew since the response was loaded; what was open to them before goes with the same commit.</summary>
    internal HashSet<Guid> Regranted { get; } = [];

    private Refusal? WhyNotLedBy(Actor actor) => Kind == ResponseKind.National && IsLedBy(actor) ? null : new("not-leader");

    private void Replace(Account contributor, IEnumerable<SectionRight> rights, Guid grantedBy, DateTimeOffset now)
    {
        Regranted.Add(contributor.Id);
        Added.RemoveAll(added => added is SectionGrant grant && grant.AccountId == contributor.Id);
        Added.AddRange(SectionRight.Tidy(rights).Select(right => new SectionGrant
        {
            Id = Guid.CreateVersion7(now),
            ResponseId = Id,
            AccountId = contributor.Id,
            Section = right.Section,
            Right = right.Right,
            GrantedBy = grantedBy,
            At = now,
        }));
    }

    private static string ContentOf(Guid account, IEnumerable<SectionRight> rights) => CanonicalHash.Of("rights", account.ToString(), SectionRight.Written(rights));

    /// <summary>Adds a remark to the response or to one of its questions. Remarks to the secretariat stay possible after submission.</summary>
    public Refusal? Say(Actor actor, string? question, Audience audience, string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestMessage)
        {
            return new("message-length", ("maximum", LongestMessage));
        }

        var message = new Message { Id = Guid.CreateVersion7(now), ResponseId = Id, Question = question, Audience = audience, Text = text.ReplaceLineEndings("\n").Trim(), By = actor.Id, At = now };
        Added.Add(Append(actor, "message.written", message.Id.ToString(), message.ContentHash(), now));
        Added.Add(message);
        return null;
    }

    /// <summary>The remark that was written last since the response was loaded.</summary>
    public Message LastSaid() => Added.OfType<Message>().Last();

    public const int LongestMessage = 4000;
}
