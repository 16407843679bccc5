using System.Collections.Immutable;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Gci.Data;
using Gci.Data.Drafts;
using Gci.Editions.Translations;
using Gci.Web.Messages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Drafting;

/// <summary>A line of a difference.</summary>
/// <param name="Sign"><c>+</c> for a line that was added, <c>-</c> for one that was removed, a space for one that stayed, <c>@</c> for lines that are left out.</param>
public sealed record DifferenceLine(char Sign, string Text);

/// <summary>A revision of a file with who made it and what it changed.</summary>
/// <param name="Added">How many lines are new.</param>
/// <param name="Removed">How many lines are gone.</param>
public sealed record FileRevision(DraftFile File, string By, ImmutableArray<DifferenceLine> Lines, int Added, int Removed)
{
    // Lines around a change that are shown with it.
    private const int Around = 2;

    /// <summary>All revisions of a file, the newest first.</summary>
    public static async Task<IReadOnlyList<FileRevision>> LoadAsync(GciDb db, OpenedDraft opened, string name, InterfaceTexts texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(opened);
        var files = await db.DraftFiles.AsNoTracking().Where(file => file.Edition == opened.Id && file.Name == name).OrderBy(file => file.Revision).ToListAsync(cancel);
        var authors = await Authors.LoadAsync(db, files.Select(file => file.By), opened.Actor, texts, cancel);
        return [.. files.Select((file, at) => Of(file, at == 0 ? "" : files[at - 1].Text ?? "", authors.Of(file.By))).Reverse()];
    }

    /// <summary>The lines of a text with what changed since an earlier one.</summary>
    public static ImmutableArray<DifferenceLine> Difference(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var shown = new bool[lines.Count];
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Type != ChangeType.Unchanged)
            {
                Array.Fill(shown, true, Math.Max(0, at - Around), Math.Min(lines.Count, at + Around + 1) - Math.Max(0, at - Around));
            }
        }

        return [.. lines.Index().Where(line => shown[line.Index] || (line.Index > 0 && shown[line.Index - 1])).Select(line => Line(line.Item, shown[line.Index]))];
    }

    private static DifferenceLine Line(DiffPiece line, bool isShown) => !isShown ? new('@', "") : new(
        line.Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' }, line.Text ?? "");

    private static FileRevision Of(DraftFile file, string before, string by)
    {
        var lines = Difference(before, file.Text ?? "");
        return new(file, by, lines, lines.Count(line => line.Sign == '+'), lines.Count(line => line.Sign == '-'));
    }
}
