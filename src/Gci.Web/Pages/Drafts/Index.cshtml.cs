using Gci.Editions;
using Gci.Editions.Methodology;
using Gci.Editions.Migrations;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Drafts;

/// <summary>A draft edition: its questions as a tree, with what became of each.</summary>
public sealed class IndexModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    /// <summary>Which questions are shown: all, changed or untranslated.</summary>
    public string Show { get; private set; } = "all";

    public static IReadOnlyList<string> Filters { get; } = ["all", "changed", "untranslated"];

    public IReadOnlyList<(Pillar Pillar, IReadOnlyList<DraftRow> Rows)> Sections { get; private set; } = [];

    /// <summary>How many questions are new, reworded and so on, in one line.</summary>
    public string Counts { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string edition, string? show, CancellationToken cancel) => await OpenAsync(edition, show, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostGiveUpAsync(string edition, CancellationToken cancel) => PutAsideAsync(edition, aside: true, "draft.given-up", cancel);

    public Task<IActionResult> OnPostTakeUpAsync(string edition, CancellationToken cancel) => PutAsideAsync(edition, aside: false, "draft.taken-up", cancel);

    private async Task<IActionResult> PutAsideAsync(string edition, bool aside, string note, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, null, cancel))
        {
            return NotFound();
        }

        if ((await Desk.PutAsideAsync(Visitor.Known, edition, aside, cancel)).Refusal is { } refusal)
        {
            return Refused("", refusal);
        }

        Note = Visitor.Texts[note];
        return RedirectToPage(new { edition });
    }

    private async Task<bool> OpenAsync(string edition, string? show, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel))
        {
            return false;
        }

        Show = Filters.Contains(show) ? show! : "all";
        if (Opened.Shown is { } shown)
        {
            var rows = DraftRow.Of(shown);
            Counts = CountsOf(shown, [.. rows.Values.SelectMany(section => section).Select(row => row.Change).OfType<QuestionChange>()]);
            Sections = [.. shown.Pillars.Select(pillar => (pillar, DraftRow.Filtered(rows.GetValueOrDefault(pillar.Code, []), Show)))];
        }

        return true;
    }

    private string CountsOf(Edition edition, IReadOnlyList<QuestionChange> changes)
    {
        var texts = Visitor.Texts;
        var dropped = edition.Migration?.Entries.Count(entry => entry.Kind == MigrationKind.Dropped) ?? 0;
        return texts.Row(
            ((string Key, int Count)[])
            [
                ("draft.count.questions", changes.Count), ("draft.count.new", changes.Count(change => change.IsNew)), ("draft.count.reworded", changes.Count(change => change.Kind == MigrationKind.Reworded)),
                ("draft.count.split", changes.Count(change => change.Kind == MigrationKind.Split)), ("draft.count.merged", changes.Count(change => change.Kind == MigrationKind.Merged)), ("draft.count.dropped", dropped),
            ] is var counts ? counts.Where(count => count.Count > 0).Select(count => texts.Say(count.Key, ("count", count.Count))) : []);
    }
}
