using System.Collections.Immutable;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>The lines of a draft's migration map, changed so that every earlier question stays accounted for.</summary>
internal sealed class MigrationLines(DraftChange change, AskedQuestions earlier)
{
    private YamlSource Source => change.Source(change.Migration);

    private ImmutableArray<string> Added => Codes(Source.Top["added"]);

    private IEnumerable<MapLine> Lines => Source.Top["changes"] is YamlList list ? list.Items.OfType<YamlMap>().Select(Line) : [];

    /// <summary>Records that a question has other words or options than in the earlier edition, or has those again.</summary>
    internal void Reword(string code, string reason)
    {
        var line = Lines.FirstOrDefault(line => line.To.Contains(code));
        if (Added.Contains(code) || line is { Kind: "split" or "merged" })
        {
            return;
        }

        var (from, question) = (earlier.Question(line?.From[0] ?? code), change.Question(code));
        if (from is null)
        {
            throw new StepRefusedException(change.Migration, 1, $"{code} comes from nowhere: the map does not speak of it.");
        }

        if (from.Code == code && MigrationQuestions.IsSame(from, question))
        {
            Erase(line);
        }
        else if (line is { Kind: "reworded" })
        {
            change.Write(reason.Length > 0 ? Source.SetText(line.Map, "reason", Reason(reason), "confirm") : Source);
        }
        else if (!MigrationQuestions.IsSame(from, question))
        {
            Erase(line);
            Append("reworded", [from.Code], [question], reason);
        }
    }

    /// <summary>Records that questions are asked no longer, and which stand in their place.</summary>
    internal void Replace(IReadOnlyCollection<string> gone, IReadOnlyList<Question> come, string reason)
    {
        MapLine[] lines = [.. Lines.Where(line => line.To.Any(gone.Contains))];
        var origins = gone.Where(code => !Added.Contains(code) && !lines.Any(line => line.To.Contains(code))).ToList();
        var isPlaced = false;
        SetAdded(Added.RemoveRange(gone.Intersect(Added)));
        Withdraw([.. gone.Where(code => earlier.Find(code) is null)]);
        foreach (var line in lines)
        {
            if (line.To.All(gone.Contains))
            {
                origins.AddRange(line.From);
                Erase(line);
            }
            else
            {
                isPlaced |= Shrink(line, gone, gone.All(line.To.Contains) ? come : [], reason);
            }
        }

        if (!isPlaced)
        {
            Place([.. origins.Distinct().OrderBy(earlier.PlaceOf)], come, reason);
        }
    }

    internal void Add(IEnumerable<string> codes) => SetAdded([.. Added, .. codes]);

    private void Place(ImmutableArray<string> origins, IReadOnlyList<Question> come, string reason)
    {
        var kind = (origins.Length, come.Count) switch
        {
            (1, 1) when earlier.Question(origins[0])?.Variable == come[0].Variable => "reworded",
            (1, >= 2) => "split",
            ( >= 2, 1) => "merged",
            _ => null,
        };
        if (kind is not null)
        {
            Append(kind, origins, come, reason);
            return;
        }

        foreach (var origin in origins)
        {
            Append("dropped", [origin], [], reason);
        }

        Add(come.Select(question => question.Code));
    }

    /// <summary>Takes codes out of a split that has others, and puts new ones in; true where these have found their place.</summary>
    private bool Shrink(MapLine line, IReadOnlyCollection<string> gone, IReadOnlyList<Question> come, string reason)
    {
        Question[] to = [.. line.To.Where(code => !gone.Contains(code)).Select(change.Question), .. come];
        if (to.Length > 1)
        {
            change.Write(Source.SetWords(Again(line).Map, "to", [.. to.Select(question => question.Code)], "from"));
        }
        else
        {
            Erase(line);
            Place(line.From, to, reason);
        }

        return come.Count > 0;
    }

    private void Append(string kind, ImmutableArray<string> from, IReadOnlyList<Question> to, string reason)
    {
        var why = Reason(reason);
        var carries = from.All(code => to.All(question => earlier.Question(code)?.Type.Name == question.Type.Name));
        Insert(block =>
        {
            block.Inline("kind", kind).Words("from", from);
            if (to.Count > 0)
            {
                block.Words("to", [.. to.Select(question => question.Code)]).Inline("carry", carries ? "value" : "none").Inline("confirm", "required");
            }

            block.Text("reason", why);
        });
    }

    private void Insert(Action<YamlBlock> item) => change.Write(Source.Top["changes"] is YamlList { Items.Count: > 0 } list
        ? Source.Insert(list, list.Items.Count - 1, item)
        : Source.Set(Source.Top, "changes", column => YamlBlock.ItemsAfter([item], column), "", "others"));

    private void Erase(MapLine? line)
    {
        if (line is not null && Source.Top["changes"] is YamlList list)
        {
            change.Write(list.Items.Count == 1 ? Source.Unset(Source.Top, "changes") : Source.Remove(list, list.Items.ToList().IndexOf(Again(line).Map)));
        }
    }

    // The map may have changed since the line was read; it is found again by what it speaks of.
    private MapLine Again(MapLine line) => Lines.First(other => other.From.SequenceEqual(line.From));

    private void SetAdded(ImmutableArray<string> codes)
    {
        if (!codes.SequenceEqual(Added))
        {
            change.Write(codes.IsEmpty ? Source.Unset(Source.Top, "added") : Source.SetWords(Source.Top, "added", codes, Source.Top["changes"] is null ? "others" : "changes"));
        }
    }

    // A code that somebody has seen in the draft means one question, even where that is taken back.
    private void Withdraw(ImmutableArray<string> codes)
    {
        if (!codes.IsEmpty)
        {
            change.Write(Source.SetWords(Source.Top, MigrationReader.Withdrawn, [.. Codes(Source.Top[MigrationReader.Withdrawn]), .. codes], "added"));
        }
    }

    private string Reason(string reason) => reason.Trim().Length > 0
        ? change.Clean("the change", "reason", reason)
        : throw new StepRefusedException(change.Migration, 1, "Say why: the map of what became of earlier questions keeps the reason.");

    private static MapLine Line(YamlMap map) => new(map, map.TextOf("kind") ?? "", Codes(map["from"]), Codes(map["to"]));

    private static ImmutableArray<string> Codes(YamlValue? value) => value switch
    {
        YamlText text => [text.Text.Trim()],
        YamlList list => [.. Words(list)],
        _ => [],
    };

    private static IEnumerable<string> Words(YamlList list) => list.Items.OfType<YamlText>().Select(text => text.Text.Trim());

    private sealed record MapLine(YamlMap Map, string Kind, ImmutableArray<string> From, ImmutableArray<string> To);
}
