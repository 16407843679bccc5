using System.Collections.Immutable;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Migrations;

/// <summary>Reads <c>questionnaires/EDITION/migration.yaml</c>: only what changed is listed, and every question must be accounted for.</summary>
internal sealed class MigrationReader
{
    internal const string FileName = "migration.yaml";

    /// <summary>The key of the codes that stood in a draft of the edition and were taken back.</summary>
    internal const string Withdrawn = "withdrawn";

    private static readonly Dictionary<string, MigrationKind> s_kinds = new()
    {
        ["same"] = MigrationKind.Same,
        ["reworded"] = MigrationKind.Reworded,
        ["split"] = MigrationKind.Split,
        ["merged"] = MigrationKind.Merged,
        ["dropped"] = MigrationKind.Dropped,
    };

    private static readonly Dictionary<string, bool> s_carry = new() { ["value"] = true, ["none"] = false };
    private static readonly Dictionary<string, bool> s_confirm = new() { ["required"] = true, ["optional"] = false };

    private readonly MapReader _map;
    private readonly MigrationQuestions _questions;
    private readonly List<MigrationEntry> _entries = [];

    private MigrationReader(MapReader map, MigrationQuestions questions) => (_map, _questions) = (map, questions);

    /// <summary>The edition that this one is derived from.</summary>
    internal static string DerivedFrom(MapReader map) => map.Text("derived-from");

    internal static MigrationMap Read(MapReader map, Edition before, Edition after) => new MigrationReader(map, new(before, after, map)).Read();

    private MigrationMap Read()
    {
        _map.OneOf("others", new Dictionary<string, bool> { ["same"] = true });
        foreach (var change in _map.Maps("changes"))
        {
            if (Change(change) is { } entry)
            {
                _entries.Add(entry);
                _questions.Check(entry, change);
            }
        }

        _entries.AddRange(_questions.Unlisted());
        var added = _map.Words("added");
        _questions.CheckAdded(added);
        _questions.CheckWithdrawn(_map.Words(Withdrawn));
        _map.Done();
        return new(
            DerivedFrom(_map),
            [.. _entries.OrderBy(entry => _questions.PlaceOf(entry.From[0]))],
            [.. added.Select(word => word.Text)]);
    }

    private static MigrationEntry? Change(MapReader map)
    {
        var kind = map.OneOf("kind", s_kinds);
        var isDropped = kind == MigrationKind.Dropped;
        var (from, to) = (Codes(map, "from"), isDropped ? [] : Codes(map, "to"));
        var entry = new MigrationEntry(
            from, to, kind,
            CarriesValue: !isDropped && map.OneOf("carry", s_carry),
            MustConfirm: !isDropped && (!map.Has("confirm") || map.OneOf("confirm", s_confirm)),
            map.Text("reason"));
        if (!isDropped && !map.Has("confirm"))
        {
            map.OptionalText("confirm");
        }

        map.Done();
        return HasRightNumbers(entry, map) ? entry : null;
    }

    private static ImmutableArray<string> Codes(MapReader map, string key) =>
        map.IsText(key) || !map.Has(key) ? [map.Text(key)] : [.. map.Words(key).Select(word => word.Text).Distinct()];

    private static bool HasRightNumbers(MigrationEntry entry, MapReader map)
    {
        var sentence = (entry.Kind, entry.From.Length, entry.To.Length) switch
        {
            (MigrationKind.Same or MigrationKind.Reworded, not 1, _) or (MigrationKind.Same or MigrationKind.Reworded, _, not 1) => "comes from one question and goes to one",
            (MigrationKind.Split, not 1, _) or (MigrationKind.Split, _, < 2) => "comes from one question and goes to at least two",
            (MigrationKind.Merged, < 2, _) or (MigrationKind.Merged, _, not 1) => "comes from at least two questions and goes to one",
            (MigrationKind.Dropped, not 1, _) => "names one question",
            _ => null,
        };
        if (sentence is not null)
        {
            map.Problem("kind", $"What is {map.Text("kind")} {sentence}.");
        }

        return sentence is null;
    }
}
