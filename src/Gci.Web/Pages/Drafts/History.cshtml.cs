using Gci.Data;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>Who changed a file of a draft, when and how; any earlier text can be had back.</summary>
public sealed class HistoryModel(GciDb db, DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    public string Name { get; private set; } = "";

    public IReadOnlyList<FileRevision> Revisions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string edition, string name, CancellationToken cancel) => await LoadAsync(edition, name, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, string name, int revision, int? seen, CancellationToken cancel)
    {
        if (!await LoadAsync(edition, name, cancel) || Revisions.FirstOrDefault(found => found.File.Revision == revision)?.File.Text is not { } text)
        {
            return NotFound();
        }

        var outcome = await Desk.WriteAsync(Visitor.Known, edition, name, text, seen, "restore", cancel);
        return await AfterAsync(outcome, "", "draft.restored", $"/editions/{edition}/draft/files/{name}", cancel);
    }

    private async Task<bool> LoadAsync(string edition, string name, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel) || !Opened.Shelved.Revisions.ContainsKey(name))
        {
            return false;
        }

        (Name, Revisions) = (name, await FileRevision.LoadAsync(db, Opened, name, Visitor.Texts, cancel));
        return true;
    }
}
