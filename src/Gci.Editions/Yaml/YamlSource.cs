namespace Gci.Editions.Yaml;

/// <summary>
/// A YAML text that is changed by splicing: what a change does not touch keeps its bytes. Each change gives a new source, in which values
/// are found anew.
/// </summary>
internal sealed record YamlSource(string Name, string Text, YamlMap Top)
{
    /// <summary>The source of a text; null with the reasons among the problems where it cannot be read without doubt.</summary>
    internal static YamlSource? Read(string name, string text, Problems problems)
    {
        var found = new Problems();
        text = text.EndsWith('\n') ? text : text + '\n';
        var top = YamlFile.Top(text, name, found);
        problems.Add(found);
        return top is null || found.Any ? null : new(name, text, top);
    }

    /// <summary>The same text with a piece put in place of what stood between two places.</summary>
    /// <exception cref="UnsplicedException">The text is written in a form in which this makes no sense.</exception>
    internal YamlSource Splice(int start, int end, string piece)
    {
        var text = string.Concat(Text.AsSpan(0, start), Text.Contains("\r\n", StringComparison.Ordinal) ? piece.ReplaceLineEndings("\r\n") : piece, Text.AsSpan(end));
        return Read(Name, text, new()) ?? throw new UnsplicedException(Name, LineAt(start));
    }

    /// <summary>Gives a key of a map its text; an equal text is left as it is written.</summary>
    /// <param name="after">The key behind which it is put where the map does not have it.</param>
    /// <param name="isLong">A text of sentences, which is folded even where it is short.</param>
    internal YamlSource SetText(YamlMap map, string key, string text, string after, bool isLong = false) =>
        map.TextOf(key) == text ? this : Set(map, key, column => YamlScalars.After(key, text, column, isLong), YamlScalars.Quote(text), after);

    /// <summary>Gives a key of a map a value that is written on one line.</summary>
    internal YamlSource SetInline(YamlMap map, string key, string value, string after) => Set(map, key, _ => $" {value}", value, after);

    /// <param name="block">What stands behind the colon, by the column of the key.</param>
    /// <param name="flow">What stands behind the colon within braces.</param>
    internal YamlSource Set(YamlMap map, string key, Func<int, string> block, string flow, string after)
    {
        if (map.Entries.FirstOrDefault(entry => entry.Key.Text == key) is { Key: not null } old)
        {
            return Splice(Colon(old.Key), Math.Max(Colon(old.Key), old.Value.End), map.IsFlow ? $" {flow}" : block(ColumnOf(old.Key.Start)));
        }

        if (map.Entries.Count == 0)
        {
            return Splice(map.Start, map.End, $"{{ {key}: {flow} }}");
        }

        var before = map.Entries.FirstOrDefault(entry => entry.Key.Text == after) is { Key: not null } found ? found : map.Entries[^1];
        if (map.IsFlow)
        {
            return Splice(before.Value.End, before.Value.End, $", {key}: {flow}");
        }

        var (place, column) = (LineEnd(before.Value.End), ColumnOf(map.Entries[0].Key.Start));
        return Splice(place, place, $"\n{new string(' ', column)}{key}:{block(column)}");
    }

    /// <summary>Takes a key out of a map that has others.</summary>
    internal YamlSource Unset(YamlMap map, string key)
    {
        var entries = map.Entries.ToList();
        var place = entries.FindIndex(entry => entry.Key.Text == key);
        return place < 0 ? this
            : !map.IsFlow ? Splice(LineStart(entries[place].Key.Start), NextLine(Math.Max(Colon(entries[place].Key), entries[place].Value.End)), "")
            : place > 0 ? Splice(entries[place - 1].Value.End, entries[place].Value.End, "")
            : entries.Count > 1 ? Splice(entries[0].Key.Start, entries[1].Key.Start, "")
            : Splice(entries[0].Key.Start, entries[0].Value.End, "");
    }

    internal int LineStart(int place) => place == 0 ? 0 : Text.LastIndexOf('\n', place - 1) + 1;

    /// <summary>Where the line ends on which a place lies, before its line end.</summary>
    internal int LineEnd(int place)
    {
        var end = Text.IndexOf('\n', place);
        return end > place && Text[end - 1] == '\r' ? end - 1 : end;
    }

    internal int NextLine(int place) => Text.IndexOf('\n', place) + 1;

    internal int ColumnOf(int place) => place - LineStart(place);

    internal int LineAt(int place) => Text.AsSpan(0, place).Count('\n') + 1;

    private int Colon(YamlText key)
    {
        var place = key.End;
        while (Text[place] == ' ')
        {
            place++;
        }

        return Text[place] == ':' ? place + 1 : throw new UnsplicedException(Name, key.Line);
    }
}

/// <summary>A file is written in a form that cannot be changed piece by piece, such as a list in brackets over several lines.</summary>
internal sealed class UnsplicedException(string name, int line) : Exception
{
    internal void AddTo(Problems problems) => problems.Add(name, line, "What stands here is written in a form that can be changed in the file only.");
}
