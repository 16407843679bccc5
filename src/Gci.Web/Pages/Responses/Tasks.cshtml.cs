using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>The task list of a response: every page of the questionnaire, how far it is, and who works on it.</summary>
public sealed class TasksModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    private ILookup<string, string> _people = Enumerable.Empty<string>().ToLookup(name => name);

    public OpenedResponse Opened { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public bool IsStaff => Opened.Actor.Role.IsSecretariat();

    /// <summary>Whether the person answers or suggests anything now.</summary>
    public bool Answers => Opened.Response.IsOpen && Standing.Pages.Any(row => Opened.RightOf(row.Page) >= Right.Suggest);

    /// <summary>What the country has to know of its response's state, and where it goes on; null where nothing is special.</summary>
    public (string Sentence, string? Path)? Notice => IsStaff ? null : Opened.Response.State switch
    {
        ResponseState.Returned => (visitor.Texts["tasks.returned"], "returned"),
        ResponseState.Offered => (visitor.Texts["tasks.offered"], "offer"),
        ResponseState.DeskResearch => (visitor.Texts["tasks.researched"], null),
        ResponseState.NoReply => (visitor.Texts["tasks.no-reply"], null),
        _ => null,
    };

    public string Country => Opened.Edition.Countries[Opened.Response.Country].NameIn(visitor.Language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return NotFound();
        }

        (Opened, Standing) = (opened, await Standing.LoadAsync(db, opened, cancel));
        if (opened is { IsLed: true, Response.Kind: ResponseKind.National })
        {
            var team = await Team.LoadAsync(db, opened.Response, cancel);
            _people = team.Members.SelectMany(member => member.Rights.Where(right => right.Right >= Right.Suggest).Select(right => (right.Section, member.Account.Name)))
                .ToLookup(pair => pair.Section, pair => pair.Name, StringComparer.Ordinal);
        }

        return Page();
    }

    /// <summary>Who answers or suggests on a page, for the focal point.</summary>
    public IEnumerable<string> PeopleOn(QuestionPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return _people[page.Pillar].Concat(_people[page.Code]).Distinct();
    }
}
