using Gci.Editions.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>A new question, at the end of a group or after another question.</summary>
public sealed class AddModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    /// <summary>The group that it belongs into, or the question that it follows.</summary>
    public Item Place { get; private set; } = null!;

    public QuestionForm Form { get; private set; } = QuestionForm.New();

    public async Task<IActionResult> OnGetAsync(string edition, string? at, CancellationToken cancel) => await FindAsync(edition, at, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, string? at, [FromForm] QuestionForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!await FindAsync(edition, at, cancel))
        {
            return NotFound();
        }

        Form = form;
        var known = DraftPlaces.CodesOf(Opened);
        var outcome = await Desk.StepAsync(Visitor.Known, edition, DraftSteps.Add(Place.Code, form.NewQuestion()), cancel);
        await OpenAsync(edition, cancel);
        var added = DraftPlaces.CodesOf(Opened).Except(known).FirstOrDefault();
        return await AfterAsync(outcome, "words", "draft.added", $"/editions/{edition}/draft/questions/{added}", cancel);
    }

    private async Task<bool> FindAsync(string edition, string? at, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel) || Opened.Shown is not { } shown || DraftPlaces.ItemOf(shown, at ?? shown.Questionnaire!.Items().First().Code) is not { } place)
        {
            return false;
        }

        Place = place;
        return true;
    }
}
