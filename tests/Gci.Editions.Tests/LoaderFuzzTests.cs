using CsCheck;
using Gci.Testing;

namespace Gci.Editions.Tests;

/// <summary>Definitions that were damaged at random load or are reported; nothing throws.</summary>
public sealed class LoaderFuzzTests : IDisposable
{
    private static readonly Gen<string> s_scrap = Gen.OneOf(
        "", " ", "\t", ":", "- ", "{", "}", "[", "]", "\"", "'", "#", "&a ", "*a", "!!int ", "|", ">", "---\n", "\0", "\uFEFF", "é", "same-as: \"2020\"\n",
        "0", "-1", "1e999", "99999999999999999999999999999", "NaN", "no", "null", "~", "LEG-1", "../..", "not (", "2024-02-30", "same-as: \"2024\"\n");

    private readonly EditionsCopy _copy = new("2026", "fr");

    private string[] Files =>
        [.. _copy.Files.Where(file => !file.EndsWith(".json", StringComparison.Ordinal) && !file.StartsWith("methodology/countries", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void Lines_that_are_lost_doubled_or_moved_never_throw() =>
        Gen.Select(Gen.OneOf(Files), Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9999], Gen.Int[0, 9999]).Array[1, 4]).Sample(
            (file, changes) => Survives(file, text => changes.Aggregate(text.Split('\n').ToList(), Change, lines => string.Join('\n', lines))), iter: 100, threads: 1);

    [Fact]
    public void Characters_that_are_lost_or_put_in_never_throw() =>
        Gen.Select(Gen.OneOf(Files), Gen.Select(Gen.Int[0, 99999], Gen.Int[0, 12], s_scrap).Array[1, 4]).Sample(
            (file, changes) => Survives(file, text => changes.Aggregate(text, Change)), iter: 200, threads: 1);

    private bool Survives(string file, Func<string, string> change)
    {
        var shipped = File.ReadAllText(Repository.At(file));
        var broken = change(shipped);
        _copy.Write(file, broken);
        try
        {
            var said = file.StartsWith("tests/", StringComparison.Ordinal) ? _copy.CheckCases() : _copy.Check();
            return said.All(line => line.Contains(": ", StringComparison.Ordinal)) && (said.Count > 0 || _copy.Folder.Load("2024", new()) is not null);
        }
        finally
        {
            _copy.Write(file, shipped);
        }
    }

    private static List<string> Change(List<string> lines, (int How, int From, int To) change)
    {
        var (from, to) = (change.From % lines.Count, change.To % lines.Count);
        switch (change.How)
        {
            case 0:
                lines.RemoveRange(from, Math.Min(lines.Count - from - 1, 1 + (to % 5)));
                break;
            case 1:
                lines.Insert(to, lines[from]);
                break;
            default:
                (lines[from], lines[to]) = (lines[to], lines[from]);
                break;
        }

        return lines;
    }

    private static string Change(string text, (int At, int Lost, string Scrap) change)
    {
        var at = change.At % (text.Length + 1);
        return text[..at] + change.Scrap + text[Math.Min(text.Length, at + change.Lost)..];
    }
}
