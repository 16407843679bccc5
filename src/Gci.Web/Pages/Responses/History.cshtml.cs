using Gci.Data;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.History;
using Gci.Web.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Responses;

/// <summary>Who did what and when, newest first.</summary>
public sealed class HistoryModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public ResponseHistory History { get; private set; } = null!;

    public Wording Wording => Opened.Edition.In(visitor.Language);

    /// <summary>The people whose doings the reader may see.</summary>
    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Question { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var filter = new HistoryFilter(Word(Section), Word(Question), Person, Before);
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || await ResponseHistory.LoadAsync(db, opened, filter, visitor.Texts, cancel) is not { } history)
        {
            return NotFound();
        }

        (Opened, History) = (opened, history);
        var actors = await db.Audit.Where(entry => entry.ResponseId == id).Select(entry => entry.Actor).Distinct().ToListAsync(cancel);
        var authors = await Authors.LoadAsync(db, actors, opened.Actor, visitor.Texts, cancel);
        People = [.. actors.Select(actor => (actor, authors.Of(actor))).OrderBy(pair => pair.Item2, StringComparer.Ordinal)];
        return Page();
    }

    /// <summary>The address of the next older stretch, with the same filter.</summary>
    public string Older(int next) => $"/responses/{Opened.Response.Id}/history?{Query("section", Section)}{Query("question", Question)}{Query("person", Person?.ToString())}before={next.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string Query(string name, string? value) => Word(value) is { } text ? $"{name}={Uri.EscapeDataString(text)}&" : "";

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
