using System.Collections.Immutable;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>A file of a draft as text, with the check beside it.</summary>
public sealed class FileModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    // Room to write below the last line.
    private const int Spare = 5;

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The revision that the text was made from.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>What is wrong with the draft if the text is as it stands on the page.</summary>
    public IReadOnlyList<Problem> Found { get; private set; } = [];

    /// <summary>Whether somebody asked for the check.</summary>
    public bool IsChecked { get; private set; }

    /// <summary>What somebody else changed since the text was read; null where nobody did.</summary>
    public ImmutableArray<DifferenceLine>? Theirs { get; private set; }

    public int Lines => (Text?.Count(letter => letter == '\n') ?? 0) + 1 + Spare;

    /// <summary>The language of a translation, English otherwise.</summary>
    public string Language => Name.Split('/') is [_, _, { Length: 2 } language, _] ? language : "en";

    public async Task<IActionResult> OnGetAsync(string edition, string name, CancellationToken cancel)
    {
        if (!await FindAsync(edition, name, cancel))
        {
            return NotFound();
        }

        (Text, Seen, Found) = (Opened.Files[name], Opened.RevisionOf(name), Opened.Shelved.Problems);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string edition, string name, CancellationToken cancel)
    {
        if (!await FindAsync(edition, name, cancel))
        {
            return NotFound();
        }

        var outcome = await Desk.WriteAsync(Visitor.Known, edition, name, Text ?? "", Seen, "edit", cancel);
        if (outcome.Refusal is { Code: "draft-file-changed" })
        {
            await OpenAsync(edition, cancel);
            Theirs = FileRevision.Difference(Written, Opened.Files.GetValueOrDefault(name, ""));
            Seen = Opened.RevisionOf(name);
            ModelState.Clear();
        }

        Look();
        return await AfterAsync(outcome, "text", "draft.saved", $"/editions/{edition}/draft/files/{name}", cancel);
    }

    /// <summary>Checks without saving.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string edition, string name, CancellationToken cancel)
    {
        if (!await FindAsync(edition, name, cancel))
        {
            return NotFound();
        }

        IsChecked = true;
        Look();
        return Page();
    }

    private string Written => (Text ?? "").ReplaceLineEndings("\n");

    private void Look() => Found = ShelvedDraft.Check(Opened.Shelved.Texts.With(Name, Written)).Problems;

    private async Task<bool> FindAsync(string edition, string name, CancellationToken cancel)
    {
        Name = name;
        return await OpenAsync(edition, cancel) && Opened.Files.ContainsKey(name);
    }
}
