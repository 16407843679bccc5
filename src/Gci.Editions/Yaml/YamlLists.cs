namespace Gci.Editions.Yaml;

/// <summary>Changes of the lists of a YAML text. An item takes whole lines, and the comment lines directly above it are its own.</summary>
internal static class YamlLists
{
    /// <summary>Puts an item behind another, or before all.</summary>
    /// <param name="after">The place of the item before; -1 for none.</param>
    internal static YamlSource Insert(this YamlSource source, YamlList list, int after, Action<YamlBlock> item)
    {
        var place = after < 0 ? source.Lines(list, 0).Start : source.Lines(list, after).End;
        return source.Splice(place, place, YamlBlock.Item(item, source.ColumnOf(Dash(source, list.Items[0]))));
    }

    /// <summary>Takes an item out of a list that has others.</summary>
    internal static YamlSource Remove(this YamlSource source, YamlList list, int item)
    {
        var (start, end) = source.Lines(list, item);
        return source.Splice(start, end, "");
    }

    /// <summary>Puts an item before another, or behind all, with the comments above it.</summary>
    /// <param name="before">The place of the item that it is put before; the number of items for behind all.</param>
    internal static YamlSource Move(this YamlSource source, YamlList list, int item, int before)
    {
        var (start, end) = source.Lines(list, item);
        var lines = source.Text[start..end];
        var place = before < list.Items.Count ? source.Lines(list, before).Start : source.Lines(list, list.Items.Count - 1).End;
        return place > start
            ? source.Splice(start, place, source.Text[end..place] + lines)
            : source.Splice(place, end, lines + source.Text[place..start]);
    }

    /// <summary>Makes other words of a list of words that stands below a key.</summary>
    internal static YamlSource SetWords(this YamlSource source, YamlMap map, string key, IReadOnlyList<string> words, string after) =>
        source.Set(map, key, column => $" {Words(words, column, key)}", $"[{string.Join(", ", words)}]", after);

    /// <summary>A list of words on one line, or on as many as are needed.</summary>
    internal static string Words(IReadOnlyList<string> words, int column, string key)
    {
        var (text, length) = ("[", column + key.Length + 3);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i] + (i < words.Count - 1 ? "," : "]");
            var isNew = i > 0 && length + 1 + word.Length > YamlScalars.Width;
            (text, length) = (text + (i == 0 ? "" : isNew ? $"\n{new string(' ', column + 2)}" : " ") + word, (isNew ? column + 2 : length + 1) + word.Length);
        }

        return words.Count == 0 ? "[]" : text;
    }

    /// <summary>The lines that an item takes, with the comments directly above it that stand under its dash.</summary>
    private static (int Start, int End) Lines(this YamlSource source, YamlList list, int item)
    {
        var dash = Dash(source, list.Items[item]);
        var (start, column) = (source.LineStart(dash), source.ColumnOf(dash));
        while (start > 0 && source.LineStart(start - 1) is var above && IsComment(source.Text.AsSpan(above, start - above), column))
        {
            start = above;
        }

        return (start, source.NextLine(list.Items[item].End));
    }

    private static bool IsComment(ReadOnlySpan<char> line, int column) => line.Length > column && line[column] == '#' && line[..column].Trim(' ').IsEmpty;

    private static int Dash(YamlSource source, YamlValue item)
    {
        var place = item.Start - 1;
        while (place > 0 && char.IsWhiteSpace(source.Text[place]))
        {
            place--;
        }

        return place >= 0 && source.Text[place] == '-' && source.Text.AsSpan(source.LineStart(place)..place).Trim(' ').IsEmpty
            ? place
            : throw new UnsplicedException(source.Name, item.Line);
    }
}
