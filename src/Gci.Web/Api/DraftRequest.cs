using System.Globalization;
using Gci.Data;
using Gci.Data.Drafts;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Api;

/// <summary>A request about a draft edition, with what every such route needs.</summary>
internal readonly record struct DraftRequest([FromRoute] string Edition, DraftDesk Desk, GciDb Db, Visitor Visitor, HttpContext Http, CancellationToken Cancel)
{
    internal const string SeenFile = "The revision that was seen, such as \"3\"; left out to write whatever is there.";

    internal const string SeenQuestion = "The ETag of the question as it was seen; left out to change whatever is there.";

    /// <summary>Null where the draft does not exist for the person.</summary>
    internal Task<OpenedDraft?> FindAsync() => Desk.FindAsync(Visitor.Known, Edition, Cancel);

    /// <summary>Why something was not done; with the words of the check where those are the reason.</summary>
    internal IResult Refused(DraftOutcome outcome) => outcome.Problems.Count == 0
        ? ProblemAnswers.Refused(Visitor.Texts, outcome.Refusal!)
        : ProblemAnswers.Refused(Visitor.Texts, outcome.Refusal!, "problems", outcome.Problems);

    /// <summary>The draft as it is now, tagged with its version.</summary>
    internal IResult Answer(OpenedDraft opened)
    {
        Http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{opened.Draft.Version}\"");
        return Results.Ok(DraftEntry.Of(opened));
    }

    /// <summary>Changes the draft and answers it as it is then.</summary>
    internal async Task<IResult> ChangeAsync(Func<OpenedDraft, Task<DraftOutcome>> change) =>
        await FindAsync() is not { } opened ? Results.NotFound()
        : await change(opened) is { Refusal: not null } outcome ? Refused(outcome)
        : Answer((await FindAsync())!);
}

/// <summary>A draft edition.</summary>
/// <param name="Edition">Its id.</param>
/// <param name="Title">Its title; null as long as its files cannot be read.</param>
/// <param name="DerivedFrom">The edition that it began from.</param>
/// <param name="State">Open, or put aside.</param>
/// <param name="Version">Raised by every change.</param>
/// <param name="ChangedAt">When it was changed last.</param>
/// <param name="IsShown">Whether its run has begun: then members and experts see it.</param>
/// <param name="Problems">Everything that is wrong with it, as <c>gci check</c> says it.</param>
/// <param name="Files">Its files with the revision of each.</param>
public sealed record DraftEntry(
    string Edition, string? Title, string DerivedFrom, DraftState State, int Version, DateTimeOffset ChangedAt, bool IsShown, IReadOnlyList<Problem> Problems,
    IReadOnlyList<DraftFileEntry> Files)
{
    internal static DraftEntry Of(OpenedDraft opened) => new(
        opened.Id, opened.Shown?.Title, opened.Draft.DerivedFrom, opened.Draft.State, opened.Draft.Version, opened.Draft.ChangedAt, opened.Run is not null, opened.Shelved.Problems,
        [.. opened.Files.Keys.Select(name => new DraftFileEntry(name, opened.RevisionOf(name)))]);
}

/// <summary>A file of a draft edition.</summary>
/// <param name="Name">Where it belongs below the definitions folder.</param>
/// <param name="Revision">1, 2, 3, … of this file.</param>
public sealed record DraftFileEntry(string Name, int Revision);
