using System.Globalization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.History;

/// <summary>Makes an earlier revision of an answer the answer again, as a new revision.</summary>
public static class Restoring
{
    private const string Start = "restored-";

    /// <param name="current">The revision that the person saw as the one that counts.</param>
    /// <param name="once">Made by the form, so that sending it twice restores once.</param>
    /// <returns>Null where there is no such revision for the person: only the country reads, and takes up again, what it had written before.</returns>
    public static async Task<SaveOutcome?> RestoreAsync(
        this GciDb db, OpenedResponse opened, string question, int revision, int current, Guid once, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(opened);
        var earlier = !opened.Actor.Role.IsRespondent() ? null : await db.Answers.AsNoTracking().FirstOrDefaultAsync(
            answer => answer.ResponseId == opened.Response.Id && answer.Question == question && answer.Revision == revision, cancel);
        return earlier is null ? null : await db.SaveAsync(
            opened.Response.Id, opened.Actor, opened.Edition,
            new(question, earlier.AsDraft(), current, string.Create(CultureInfo.InvariantCulture, $"{Start}{revision}-{once}"), Why: string.Create(CultureInfo.InvariantCulture, $"Revision {revision} again")),
            clock, cancel);
    }

    /// <summary>The revision that was restored under a key; null where the key was made otherwise.</summary>
    internal static int? RevisionOf(string key) =>
        key.StartsWith(Start, StringComparison.Ordinal) && int.TryParse(key.AsSpan(Start.Length).SplitFirst('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;

    private static ReadOnlySpan<char> SplitFirst(this ReadOnlySpan<char> text, char mark) => text.IndexOf(mark) is >= 0 and var at ? text[..at] : text;
}
