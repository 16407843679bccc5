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
            : actor.Role.IsSecretariat() ? (SubmittedAt is null ? Right.None : Right.View)
            : actor.Country != Country ? Right.None
            : actor.Role switch
            {
                Role.FocalPoint => Right.Edit,
                Role.Contributor => grants.Where(grant => grant.AccountId == actor.Id && (grant.Section == pillar || grant.Section == section))
                    .Select(grant => grant.Right).DefaultIfEmpty(Right.None).Max(),
                _ => Right.None,
            };
    }

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

    /// <summary>Opens sections to a contributor in place of what was open to that person before; no section takes everything away.</summary>
    public void Grant(Actor actor, Account contributor, IReadOnlyCollection<string> sections, Right right, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(contributor);
        ArgumentNullException.ThrowIfNull(sections);
        Added.AddRange(sections.Distinct().Select(section => new SectionGrant
        {
            Id = Guid.CreateVersion7(now),
            ResponseId = Id,
            AccountId = contributor.Id,
            Section = section,
            Right = right,
            GrantedBy = actor.Id,
            At = now,
        }));
        var content = CanonicalHash.Of([contributor.Id.ToString(), right.ToString(), .. sections.Distinct().Order(StringComparer.Ordinal)]);
        Added.Add(Append(actor, "people.granted", contributor.Id.ToString(), content, now));
    }

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
