using Gci.Data;
using Gci.Data.Runs;
using Gci.Editions.Translations;
using Gci.Web.Messages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Running;

/// <summary>One thing that happened to a run, in words.</summary>
public sealed record RunHistoryRow(RunEntry Entry, string Sentence)
{
    /// <summary>Everything that happened, the newest first.</summary>
    public static async Task<IReadOnlyList<RunHistoryRow>> LoadAsync(GciDb db, OpenedRun opened, InterfaceTexts texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(texts);
        if (opened.Run is not { } run)
        {
            return [];
        }

        var entries = await db.RunEntries.AsNoTracking().Where(entry => entry.RunId == run.Id).OrderByDescending(entry => entry.Sequence).ToListAsync(cancel);
        var authors = await Authors.LoadAsync(db, entries.Select(entry => entry.Actor), opened.Actor, texts, cancel);
        return entries.ConvertAll(entry => new RunHistoryRow(entry, Say(entry, authors, texts)));
    }

    private static string Say(RunEntry entry, Authors authors, InterfaceTexts texts)
    {
        var name = authors.Of(entry.Actor);
        var step = Enum.TryParse<RunStep>(entry.Subject, out var known) && Enum.IsDefined(known) ? texts[$"editions.step.{known}"] : entry.Subject;
        return entry.Action switch
        {
            "run.begun" => texts.Say("editions.history.begun", ("name", name)),
            "run.scheduled" => texts.Say("editions.history.scheduled", ("name", name)),
            "run.reminded" => texts.Say("editions.history.reminded", ("name", name), ("count", int.TryParse(entry.Subject, out var mails) ? mails : 0)),
            "run.proposed" => texts.Say("editions.history.proposed", ("name", name), ("step", step)),
            "run.withdrawn" => texts.Say("editions.history.withdrawn", ("name", name), ("step", step)),
            EditionRun.Moved when Enum.IsDefined(known) => texts.Say($"editions.moved.{known}", ("name", name)),
            _ => texts.Say("editions.history.something", ("name", name), ("action", entry.Action)),
        };
    }
}
