using System.Globalization;
using Gci.Data;
using Gci.Data.Runs;
using Gci.Web.Accounts;
using Gci.Web.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Api;

/// <summary>A request about the run of an edition, with what every such route needs.</summary>
internal readonly record struct RunRequest(
    [FromRoute] string Edition, GciDb Db, EditionShelf Shelf, Visitor Visitor, RunChanges Changes, HttpContext Http,
    CancellationToken Cancel)
{
    /// <summary>Null where the edition does not exist for the person.</summary>
    internal Task<OpenedRun?> FindAsync() => OpenedRun.FindAsync(Db, Shelf, Visitor.Known, Edition, Cancel);

    internal IResult Refused(Refusal refusal) => ProblemAnswers.Refused(Visitor.Texts, refusal);

    internal IResult Answer(EditionRun run)
    {
        Http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{run.ChainLength}\"");
        return Results.Ok(RunEntryState.Of(run));
    }

    /// <summary>Changes the run and answers it as it is then.</summary>
    internal async Task<IResult> ChangeAsync(Func<OpenedRun, Task<Refusal?>> change) =>
        await FindAsync() is not { } opened ? Results.NotFound()
        : await change(opened) is { } refusal ? Refused(refusal)
        : Answer((await FindAsync())!.Run!);
}
