using Gci.Data;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses.People;

/// <summary>What is open to one contributor: changes it, or takes everything away.</summary>
public sealed class PersonModel(GciDb db, EditionShelf shelf, Visitor visitor, TeamChanges changes) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public TeamMember Member { get; private set; } = null!;

    [TempData]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid person, CancellationToken cancel) => await OpenAsync(id, person, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid person, CancellationToken cancel) =>
        await OpenAsync(id, person, cancel) ? await GiveAsync(RightsForm.Read(await Request.ReadFormAsync(cancel), Opened.Edition.Questionnaire!), cancel) : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid person, CancellationToken cancel) =>
        await OpenAsync(id, person, cancel) ? await GiveAsync([], cancel) : NotFound();

    private async Task<IActionResult> GiveAsync(IReadOnlyList<SectionRight> rights, CancellationToken cancel)
    {
        var outcome = await changes.GrantAsync(Opened, Member.Account.Id, rights, cancel);
        Note = outcome?.Refusal is { } refusal ? visitor.Texts.Of(refusal) : visitor.Texts.Say(rights.Count > 0 ? "people.changed" : "people.removed", ("name", Member.Account.Name));
        return RedirectToPage("Index", new { id = Opened.Response.Id });
    }

    private async Task<bool> OpenAsync(Guid id, Guid person, CancellationToken cancel)
    {
        if (await LedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || (await Team.LoadAsync(db, opened.Response, cancel)).Members.FirstOrDefault(member => member.Account.Id == person) is not { Leads: false } member)
        {
            return false;
        }

        (Opened, Member) = (opened, member);
        return true;
    }
}
