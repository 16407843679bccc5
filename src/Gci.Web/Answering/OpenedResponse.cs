using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Answering;

/// <summary>A response as somebody may see it, with the edition that it answers.</summary>
public sealed record OpenedResponse(Response Response, Edition Edition, Actor Actor, IReadOnlyList<SectionGrant> Grants)
{
    /// <summary>What of its words reaches the person.</summary>
    public AnswerSight Sight { get; init; } = AnswerSight.Unknown(Response, Edition, Actor);

    public bool IsLed => Response.IsLedBy(Actor);

    /// <summary>What the person may do with the page that holds an item.</summary>
    public Right RightOf(QuestionPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Response.RightOf(Actor, Grants, page.Pillar, page.Code);
    }

    /// <summary>The pages that the person may see at all.</summary>
    public IEnumerable<QuestionPage> Pages() => QuestionPage.Of(Edition.Questionnaire!).Where(page => RightOf(page) > Right.None);

    /// <summary>Null where the response does not exist for the person: unknown and somebody else's look the same.</summary>
    public static async Task<OpenedResponse?> FindAsync(GciDb db, EditionShelf shelf, Actor actor, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(actor);
        var response = await db.Responses.AsNoTracking().FirstOrDefaultAsync(response => response.Id == id, cancel);
        if (response is null || !response.IsKnownTo(actor) || !shelf.Has(response.Edition))
        {
            return null;
        }

        var grants = actor.Role == Role.Contributor
            ? await db.Grants.AsNoTracking().Where(grant => grant.ResponseId == id && grant.AccountId == actor.Id).ToListAsync(cancel)
            : [];
        var edition = shelf.Edition(response.Edition);
        return new(response, edition, actor, grants) { Sight = await AnswerSight.LoadAsync(db, response, edition, actor, cancel) };
    }
}

/// <summary>One page of the questionnaire: an item directly below a pillar, such as an indicator, with its questions.</summary>
/// <param name="Pillar">The code of the pillar.</param>
public sealed record QuestionPage(string Pillar, Item Item)
{
    public string Code => Item.Code;

    /// <summary>The groups below it and the questions, in the order in which they are asked.</summary>
    public IEnumerable<Item> Items() => Below(Item);

    public IEnumerable<Question> Questions() => Items().OfType<Question>();

    public static IEnumerable<QuestionPage> Of(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        return questionnaire.Sections.SelectMany(section => section.Items.Select(item => new QuestionPage(section.Pillar, item)));
    }

    /// <summary>The page that asks a question.</summary>
    public static QuestionPage Holding(Questionnaire questionnaire, string question) =>
        Of(questionnaire).First(page => page.Questions().Any(found => found.Code == question));

    internal static IEnumerable<Item> Below(Item item) => item is ItemGroup group ? group.Items.SelectMany(below => Below(below)).Prepend(item) : [item];
}
