using Gci.Data;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Api;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>How far one country is with an edition, who leads its answers, and its extension.</summary>
public sealed class CountryModel(GciDb db, EditionShelf shelf, Visitor visitor, RunChanges changes, RunMails mails) : PageModel
{
    public OpenedRun Opened { get; private set; } = null!;

    public CountryRow Row { get; private set; } = null!;

    public IReadOnlyList<Gci.Data.Accounts.Account> People { get; private set; } = [];

    public string? Until { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    [TempData]
    public string? Note { get; set; }

    public bool CanExtend => Row.Response is null or { State: ResponseState.NotStarted or ResponseState.InProgress or ResponseState.NoReply };

    public async Task<IActionResult> OnGetAsync(string edition, string country, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, country, cancel))
        {
            return NotFound();
        }

        Until = CalendarForm.Text(Row.ExtendedUntil);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string edition, string country, string? until, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, country, cancel))
        {
            return NotFound();
        }

        var moment = CalendarForm.Moment(until);
        if ((moment is { } day ? await changes.ExtendAsync(visitor.Known, Opened.Edition, country, day, cancel) : new("run-date")) is { } refusal)
        {
            (Until, Mistakes) = (until, Mistakes.Of(CanExtend && Opened.IsRunBy ? "until" : "", refusal, visitor.Texts));
            Response.StatusCode = ProblemCatalogue.StatusOf(refusal.Code);
            return Page();
        }

        Note = visitor.Texts.Say("board.extension.saved", ("time", visitor.Texts.Moment(moment!.Value)));
        return RedirectToPage(new { edition, country });
    }

    private async Task<bool> OpenAsync(string edition, string country, CancellationToken cancel)
    {
        if (await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { } opened || !opened.Edition.Countries.ContainsKey(country))
        {
            return false;
        }

        Opened = opened;
        Row = (await CountryBoard.LoadAsync(db, opened, visitor.Language, cancel)).All.Single(row => row.Country == country);
        People = await mails.FocalPointsAsync(country, cancel);
        return true;
    }
}
