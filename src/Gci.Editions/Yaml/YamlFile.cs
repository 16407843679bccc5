using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gci.Editions.Yaml;

/// <summary>Reads one YAML file into values that know their lines. Duplicate keys, aliases and tags are problems, never silently taken.</summary>
internal sealed class YamlFile
{
    private const int DeepestNesting = 40;

    private readonly IParser _parser;
    private readonly string _content;
    private readonly string _name;
    private readonly Problems _problems;

    private YamlFile(TextReader text, string content, string name, Problems problems) =>
        (_parser, _content, _name, _problems) = (new Parser(text), content, name, problems);

    /// <summary>The map at the top of the file, or null with the reason among the problems.</summary>
    internal static MapReader? Read(SourceFile file, Problems problems) =>
        file.Text(problems) is { } content && Top(content, file.Name, problems) is { } map ? new MapReader(file.Name, map, problems) : null;

    /// <summary>The map at the top of a text, or null with the reason among the problems.</summary>
    internal static YamlMap? Top(string content, string name, Problems problems)
    {
        try
        {
            using var text = new StringReader(content);
            return new YamlFile(text, content, name, problems).Top();
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet 18 throws in place of a YamlException where some brackets are opened and not closed.
            problems.Add(name, 1, "This is not valid YAML: a bracket or brace is opened and not closed.");
            return null;
        }
        catch (YamlException e)
        {
            problems.Add(name, (int)e.Start.Line, $"This is not valid YAML: {FirstLine(e.Message)}");
            return null;
        }
    }

    private YamlMap? Top()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _problems.Add(_name, 1, "The file is empty.");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var value = Next(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _problems.Add(_name, (int)second!.Start.Line, "A second document begins here; a file holds one.");
        }

        if (value is YamlMap map)
        {
            return map;
        }

        _problems.Add(_name, value.Line, "The file begins with a list or a text; it must be a map of keys.");
        return null;
    }

    private YamlValue Next(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nested more than {DeepestNesting} deep");
        }

        var line = (int)_parser.Current!.Start.Line;
        if (_parser.Current is NodeEvent { Tag.IsEmpty: false } or NodeEvent { Anchor.IsEmpty: false })
        {
            throw new YamlException(_parser.Current.Start, _parser.Current.End, "tags (!name) and anchors (&name) are not used in definitions");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlText(scalar.Value, line, (int)scalar.Start.Index, End(scalar));
        }

        if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            return List(sequence, line, depth);
        }

        return _parser.TryConsume<MappingStart>(out var mapping)
            ? Map(mapping, line, depth)
            : throw new YamlException(_parser.Current.Start, _parser.Current.End, "aliases (*name) are not used in definitions; write the value out");
    }

    private YamlList List(SequenceStart start, int line, int depth)
    {
        var items = new List<YamlValue>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            items.Add(Next(depth + 1));
        }

        var end = _parser.Consume<SequenceEnd>();
        var isFlow = start.Style == SequenceStyle.Flow;
        return new(items, line, (int)start.Start.Index, isFlow ? (int)end.Start.Index + 1 : items[^1].End, isFlow);
    }

    private YamlMap Map(MappingStart start, int line, int depth)
    {
        var entries = new List<(YamlText, YamlValue)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var last = (int)start.Start.Index;
        while (!_parser.Accept<MappingEnd>(out _))
        {
            if (Next(depth + 1) is not YamlText key)
            {
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key must be a plain word");
            }

            var value = Next(depth + 1);
            last = Math.Max(key.End, value.End);
            if (lines.TryAdd(key.Text, key.Line))
            {
                entries.Add((key, value));
            }
            else
            {
                _problems.Add(_name, key.Line, $"The key \"{key.Text}\" stands twice; it first stood on line {lines[key.Text]}.");
            }
        }

        var end = _parser.Consume<MappingEnd>();
        var isFlow = start.Style == MappingStyle.Flow;
        return new(entries, line, (int)start.Start.Index, isFlow ? (int)end.Start.Index + 1 : last, isFlow);
    }

    // A block of text ends, for the parser, where the next key begins.
    private int End(Scalar scalar)
    {
        var (start, end) = ((int)scalar.Start.Index, Math.Min((int)scalar.End.Index, _content.Length));
        while (end > start && char.IsWhiteSpace(_content[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.') + ".";
}
