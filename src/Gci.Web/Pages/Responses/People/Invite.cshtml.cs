using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses.People;

/// <summary>Invites a person to sections of a response.</summary>
public sealed class InviteModel(GciDb db, EditionShelf shelf, Visitor visitor, TeamChanges changes) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public PersonDraft Person { get; private set; } = null!;

    public IReadOnlyList<Refusal> Mistakes { get; private set; } = [];

    [TempData]
    public string? Note { get; set; }

    [TempData]
    public string? Link { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Person = new("", "", visitor.Language, []);
        return await OpenAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancel);
        Person = new(form["name"].ToString().Trim(), form["email"].ToString().Trim(), form["language"].ToString(), RightsForm.Read(form, Opened.Edition.Questionnaire!));
        Mistakes = [.. Person.Mistakes(Opened.Edition.Questionnaire!)];
        var outcome = Mistakes.Count > 0 ? null : await changes.InviteAsync(Opened, Person, cancel);
        if (outcome?.Refusal is { } refusal)
        {
            Mistakes = [refusal];
        }

        if (Mistakes.Count > 0)
        {
            Response.StatusCode = 400;
            return Page();
        }

        (Note, Link) = (visitor.Texts.Say(outcome!.Link is null ? "people.opened" : "people.sent", ("name", outcome.Name)), outcome.Link);
        return RedirectToPage("Index", new { id });
    }

    /// <summary>The field that a mistake is about.</summary>
    public string FieldOf(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code switch
        {
            "person-name" => "name",
            "person-language" => "language",
            "person-rights" => $"right-{Opened.Edition.Questionnaire!.Sections[0].Pillar}",
            _ => "email",
        };
    }

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? MistakeIn(string field) => Mistakes.FirstOrDefault(mistake => FieldOf(mistake) == field) is { } found ? visitor.Texts.Of(found) : null;

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancel)
    {
        if (await LedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return false;
        }

        Opened = opened;
        return true;
    }
}
