using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Reviews;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Reviews;

/// <summary>Who judges the pillars of one country, from which seats.</summary>
public sealed class AssignModel(GciDb db, EditionShelf shelf, Visitor visitor, Assigning assigning) : PageModel
{
    private IReadOnlyList<Assignment> _present = [];

    public OpenedResponse Opened { get; private set; } = null!;

    public ImmutableArray<Gci.Data.Accounts.Account> Reviewers { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public IEnumerable<string> Pillars => Opened.Edition.Questionnaire!.Sections.Select(section => section.Pillar);

    /// <summary>Who has a seat, or was just chosen for it.</summary>
    public Guid? HolderOf(string pillar, ReviewSeat seat) => Refusal is not null && Guid.TryParse(Request.Form[FieldOf(pillar, seat)], out var typed) ? typed
        : _present.Where(assignment => assignment.Pillar == pillar && assignment.Seat == seat).Select(assignment => (Guid?)assignment.ReviewerId).FirstOrDefault();

    public static string FieldOf(string pillar, ReviewSeat seat) => $"{pillar}.{ReviewWords.Of(seat)}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancel);
        var wanted = Pillars.SelectMany(pillar => ReviewWords.Seats.Where(seat => form.ContainsKey(FieldOf(pillar, seat))).Select(seat =>
            (pillar, seat, Chosen(form[FieldOf("all", seat)]) ?? Chosen(form[FieldOf(pillar, seat)])))).ToList();
        Refusal = await assigning.AssignAsync(Opened, wanted, cancel);
        if (Refusal is null)
        {
            return LocalRedirect($"/reviews/{id}");
        }

        Response.StatusCode = 409;
        return Page();
    }

    private static Guid? Chosen(string? value) => Guid.TryParse(value, out var id) ? id : null;

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await ReviewedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { Actor.Role: Role.Administrator or Role.Analyst } opened)
        {
            return false;
        }

        (Opened, Reviewers) = (opened, await assigning.ReviewersAsync(cancel));
        _present = (await ReviewRows.LoadAsync(db, opened, cancel)).Assignments;
        return true;
    }
}
