using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gci.Editions.Yaml;

/// <summary>Reads one YAML file into values that know their lines. Duplicate keys, aliases and tags are problems, never silently taken.</summary>
internal sealed class YamlFile
{
    private const int DeepestNesting = 40;

    private readonly IParser _parser;
    private readonly string _name;
    private readonly Problems _problems;

    private YamlFile(TextReader text, string name, Problems problems) =>
        (_parser, _name, _problems) = (new Parser(text), name, problems);

    /// <summary>The map at the top of the file, or null with the reason among the problems.</summary>
    internal static MapReader? Read(SourceFile file, Problems problems)
    {
        if (file.Text(problems) is not { } content)
        {
            return null;
        }

        try
        {
            using var text = new StringReader(content);
            return new YamlFile(text, file.Name, problems).Top() is { } map ? new MapReader(file.Name, map, problems) : null;
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet 18 throws in place of a YamlException where some brackets are opened and not closed.
            problems.Add(file.Name, 1, "This is not valid YAML: a bracket or brace is opened and not closed.");
            return null;
        }
        catch (YamlException e)
        {
            problems.Add(file.Name, (int)e.Start.Line, $"This is not valid YAML: {FirstLine(e.Message)}");
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
            return new YamlText(scalar.Value, line);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlValue>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Next(depth + 1));
            }

            return new YamlList(items, line);
        }

        return _parser.TryConsume<MappingStart>(out _)
            ? Map(line, depth)
            : throw new YamlException(_parser.Current.Start, _parser.Current.End, "aliases (*name) are not used in definitions; write the value out");
    }

    private YamlMap Map(int line, int depth)
    {
        var entries = new List<(YamlText, YamlValue)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Next(depth + 1) is not YamlText key)
            {
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key must be a plain word");
            }

            var value = Next(depth + 1);
            if (lines.TryAdd(key.Text, key.Line))
            {
                entries.Add((key, value));
            }
            else
            {
                _problems.Add(_name, key.Line, $"The key \"{key.Text}\" stands twice; it first stood on line {lines[key.Text]}.");
            }
        }

        return new(entries, line);
    }

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.') + ".";
}
