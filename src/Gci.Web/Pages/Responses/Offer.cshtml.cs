using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>What reviewers found in public sources, for the country: it reads, corrects and confirms.</summary>
public sealed class OfferModel(GciDb db, EditionShelf shelf, Visitor visitor, Researching research) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public AnswerList Answers { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    /// <summary>Whether a response has such a page for the person.</summary>
    internal static bool IsShownTo(OpenedResponse opened) =>
        opened.Response is { Kind: ResponseKind.National, ResearchedAt: not null } && opened.Actor.Role.IsRespondent() && opened.Response.State != ResponseState.DeskResearch && opened.Pages().Any();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (await research.ValidateAsync(Opened, cancel) is not { } refusal)
        {
            return LocalRedirect($"/responses/{id}/offer");
        }

        Refusal = refusal;
        Response.StatusCode = 400;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !IsShownTo(opened))
        {
            return false;
        }

        (Opened, Answers) = (opened, new(opened, await Dossier.LoadAsync(db, opened.Sight, cancel), visitor.Language));
        return true;
    }
}
