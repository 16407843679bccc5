using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Reviews;

/// <summary>Who reviews which countries of an edition, and the form that spreads countries over reviewers.</summary>
public sealed class AssignmentsModel(GciDb db, EditionShelf shelf, Visitor visitor, Assigning assigning) : PageModel
{
    /// <summary>A country with its reviewers; a seat is full only where one holds it for all pillars.</summary>
    public sealed record Row(Response Response, string Country, ImmutableArray<string> First, ImmutableArray<string> Second, bool IsFree);

    public Edition Edition { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public ImmutableArray<Gci.Data.Accounts.Account> Reviewers { get; private set; } = [];

    /// <summary>How many countries each person has.</summary>
    public IReadOnlyDictionary<Guid, int> Load { get; private set; } = new Dictionary<Guid, int>();

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel) => await LoadAsync(edition, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, string[] country, Guid[] reviewer, bool second, CancellationToken cancel)
    {
        if (!await LoadAsync(edition, cancel))
        {
            return NotFound();
        }

        (_, Refusal) = await assigning.SpreadAsync(visitor.Known, Edition, country, reviewer, second ? [ReviewSeat.First, ReviewSeat.Second] : [ReviewSeat.First], cancel);
        if (Refusal is null)
        {
            return LocalRedirect($"/editions/{edition}/assignments");
        }

        await LoadAsync(edition, cancel);
        Response.StatusCode = 400;
        return Page();
    }

    private async Task<bool> LoadAsync(string edition, CancellationToken cancel)
    {
        if (visitor.Known.Role is not (Role.Administrator or Role.Analyst) || !shelf.Has(edition))
        {
            return false;
        }

        (Edition, Reviewers) = (shelf.Edition(edition), await assigning.ReviewersAsync(cancel));
        var responses = await db.Responses.AsNoTracking().Where(response => response.Edition == edition && response.Kind == ResponseKind.National).OrderBy(response => response.Country).ToListAsync(cancel);
        var present = await (from assignment in db.Assignments.AsNoTracking()
                             join response in db.Responses on assignment.ResponseId equals response.Id
                             where response.Edition == edition && assignment.EndedAt == null
                             select assignment).ToListAsync(cancel);
        var (names, byResponse) = (Reviewers.ToDictionary(person => person.Id, person => person.Name), present.ToLookup(assignment => assignment.ResponseId));
        Load = present.GroupBy(assignment => assignment.ReviewerId).ToDictionary(group => group.Key, group => group.Select(assignment => assignment.ResponseId).Distinct().Count());
        Rows =
        [
            .. responses.Select(response => new Row(
                response, Edition.Countries[response.Country].NameIn(visitor.Language), Names(response.Id, ReviewSeat.First), Names(response.Id, ReviewSeat.Second),
                byResponse[response.Id].Count(assignment => assignment.Seat == ReviewSeat.First) < Edition.Questionnaire!.Sections.Length)),
        ];
        return true;

        ImmutableArray<string> Names(Guid response, ReviewSeat seat) =>
            [.. byResponse[response].Where(assignment => assignment.Seat == seat).Select(assignment => names.GetValueOrDefault(assignment.ReviewerId) ?? "").Distinct()];
    }
}
