using System.Text;
using Gci.Data;
using Gci.Data.Drafts;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>The files of a draft: to edit, to take away as one archive, and to bring back changed.</summary>
public sealed class FilesModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel) => await OpenAsync(edition, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, IFormFile? file, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel))
        {
            return NotFound();
        }

        var (name, text, refusal) = file is null ? ("", null, new("draft-upload-missing")) : await ReadAsync(file, cancel);
        var outcome = refusal is not null ? DraftOutcome.Refused(refusal) : await Desk.WriteAsync(Visitor.Known, edition, name, text, null, "upload", cancel);
        return await AfterAsync(outcome, refusal?.Code == "draft-upload-name" ? "name" : "file", "draft.saved", $"/editions/{edition}/draft/files/{name}", cancel);
    }

    private async Task<(string Name, string? Text, Refusal? Refusal)> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var name = string.IsNullOrWhiteSpace(Name) ? Placed(Path.GetFileName(file.FileName)) : Name.Trim();
        if (name is null)
        {
            return ("", null, new("draft-upload-name", ("name", Path.GetFileName(file.FileName))));
        }

        if (file.Length > DraftFile.LongestText)
        {
            return (name, null, new("draft-file-large", ("name", name), ("maximum", DraftFile.LongestText >> 20)));
        }

        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return (name, await reader.ReadToEndAsync(cancel), null);
        }
        catch (DecoderFallbackException)
        {
            return (name, null, new("draft-file-text", ("name", name)));
        }
    }

    // A name that stands in one place only needs no folder.
    private string? Placed(string name) => Opened.Files.Keys.Where(known => known.EndsWith($"/{name}", StringComparison.Ordinal)).ToList() is [var only] ? only : null;
}
