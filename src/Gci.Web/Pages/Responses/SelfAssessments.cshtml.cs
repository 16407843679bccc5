using Gci.Data;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>Begins a private copy; the forms that lead here stand on the list of responses.</summary>
public sealed class SelfAssessmentsModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => Redirect("/responses");

    public async Task<IActionResult> OnPostAsync(string? edition, CancellationToken cancel)
    {
        if (edition is null || !shelf.Has(edition))
        {
            return NotFound();
        }

        var (response, refusal) = await db.OpenAsync(visitor.Known, shelf.Edition(edition), ResponseKind.SelfAssessment, clock, cancel);
        return response is not null ? Redirect($"/responses/{response.Id}") : refusal!.Code == "already-begun" ? Redirect("/responses") : NotFound();
    }
}
