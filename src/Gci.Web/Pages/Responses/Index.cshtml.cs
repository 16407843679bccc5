using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Consultation;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Responses;

/// <summary>Where everybody begins after sign-in: what there is to do, by role.</summary>
public sealed class IndexModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    /// <summary>A response with how far it is; no standing where it was submitted.</summary>
    /// <param name="Replies">Conversations in which the secretariat has the last word.</param>
    public sealed record Row(OpenedResponse Opened, string Country, Standing? Standing, int Replies)
    {
        public Response Response => Opened.Response;

        public Edition Edition => Opened.Edition;
    }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Editions that the focal point's country has not begun to answer.</summary>
    public IReadOnlyList<Edition> CanOpen { get; private set; } = [];

    /// <summary>What countries submitted, for the secretariat.</summary>
    public IReadOnlyList<(Response Response, string Country)> Submitted { get; private set; } = [];

    public int SubmittedTotal { get; private set; }

    /// <summary>How many conversations wait for the secretariat.</summary>
    public int Waiting { get; private set; }

    public Actor Actor => visitor.Known;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Draft editions on which the person may say something.</summary>
    public IReadOnlyList<Edition> Consultations { get; private set; } = [];

    /// <summary>Whether a private copy was deleted just now.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Deleted { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ConsultationItem.MayTakePart(Actor))
        {
            var drafts = await db.Runs.AsNoTracking().Where(run => run.State == RunState.Draft).Select(run => run.Edition).ToListAsync(cancel);
            Consultations = [.. shelf.Editions.Where(edition => drafts.Contains(edition.Id))];
        }

        if (Actor.Role.IsSecretariat())
        {
            await LoadForStaffAsync(cancel);
        }
        else
        {
            await LoadAsync(cancel);
        }
    }

    public async Task<IActionResult> OnPostAsync(string edition, CancellationToken cancel)
    {
        if (!shelf.Has(edition))
        {
            return RedirectToPage();
        }

        var (response, _) = await db.OpenAsync(Actor, shelf.Edition(edition), ResponseKind.National, clock, cancel);
        return response is null ? RedirectToPage() : RedirectToPage("/Responses/Tasks", new { id = response.Id }); // somebody else of the country was quicker
    }

    private async Task LoadForStaffAsync(CancellationToken cancel)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        Waiting = await Inbox.WaitingAsync(db, cancel);
        var submitted = db.Responses.AsNoTracking().Where(response => response.Kind == ResponseKind.National && response.SubmittedAt != null);
        SubmittedTotal = await submitted.CountAsync(cancel);
        var page = await submitted.OrderByDescending(response => response.SubmittedAt).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Submitted = [.. page.Where(response => shelf.Has(response.Edition)).Select(response => (response, NameOf(response)))];
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var mine = await db.Responses.AsNoTracking()
            .Where(response => response.Kind == ResponseKind.National ? response.Country == Actor.Country : response.OwnerId == Actor.Id)
            .OrderByDescending(response => response.Edition).ThenBy(response => response.Kind).Select(response => response.Id).ToListAsync(cancel);
        var rows = new List<Row>();
        foreach (var id in mine)
        {
            if (await OpenedResponse.FindAsync(db, shelf, Actor, id, cancel) is { } opened)
            {
                var conversations = opened.Response.Kind == ResponseKind.National ? await db.ConversationsAsync(opened, visitor.Texts, cancel) : [];
                rows.Add(new(
                    opened, NameOf(opened.Response), opened.Response.IsOpen ? await Standing.LoadAsync(db, opened, cancel) : null,
                    conversations.Count(conversation => conversation is { About.Audience: Audience.Secretariat, IsFromCountry: false })));
            }
        }

        Rows = rows;
        var runs = await db.Runs.Select(run => new { run.Edition, run.State }).ToDictionaryAsync(run => run.Edition, run => run.State, cancel);
        CanOpen = [.. shelf.Editions.Reverse().Where(edition => Gci.Data.Responses.Response.WhyNotOpen(Actor, edition, ResponseKind.National) is null
            && (runs.Count == 0 || runs.GetValueOrDefault(edition.Id) == RunState.Open) && rows.All(row => row.Response.Kind != ResponseKind.National || row.Response.Edition != edition.Id)).Take(1)];
    }

    private string NameOf(Response response) => shelf.Edition(response.Edition).Countries[response.Country].NameIn(visitor.Language);
}
