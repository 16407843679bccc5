using System.Collections.Immutable;

namespace Gci.Editions.Changes;

/// <summary>Gathers parts of a text into runs that can be read: words that changed side by side stand together, white space between them too.</summary>
internal sealed class PartList
{
    private readonly ImmutableArray<TextPart>.Builder _parts = ImmutableArray.CreateBuilder<TextPart>();
    private string _removed = "";
    private string _added = "";

    internal void Add(PartKind kind, IEnumerable<string> pieces)
    {
        var text = string.Concat(pieces);
        switch (kind)
        {
            case PartKind.Removed:
                _removed += text;
                break;
            case PartKind.Added:
                _added += text;
                break;
            default:
                Keep(text);
                break;
        }
    }

    internal ImmutableArray<TextPart> ToImmutable()
    {
        Flush();
        return _parts.ToImmutable();
    }

    private void Keep(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        // Two words replaced one after the other are read as one replacement.
        if (_removed.Length > 0 && _added.Length > 0 && string.IsNullOrWhiteSpace(text))
        {
            _removed += text;
            _added += text;
            return;
        }

        Flush();
        Append(PartKind.Kept, text);
    }

    private void Flush()
    {
        // White space that both ends share was not changed.
        var shared = Math.Min(_removed.Length - _removed.TrimEnd().Length, _added.Length - _added.TrimEnd().Length);
        var tail = shared > 0 && _removed[^shared..] == _added[^shared..] ? _removed[^shared..] : "";
        foreach (var (kind, text) in new[] { (PartKind.Removed, _removed[..^tail.Length]), (PartKind.Added, _added[..^tail.Length]), (PartKind.Kept, tail) })
        {
            if (text.Length > 0)
            {
                Append(kind, text);
            }
        }

        (_removed, _added) = ("", "");
    }

    private void Append(PartKind kind, string text)
    {
        if (_parts.Count > 0 && _parts[^1].Kind == kind)
        {
            _parts[^1] = new(kind, _parts[^1].Text + text);
            return;
        }

        _parts.Add(new(kind, text));
    }
}
