using System.Buffers;
using System.Text;

namespace Gci.Web.Files;

/// <summary>Reads the plain values of one dictionary of a PDF: strings as their bytes (as Latin-1), numbers and words as they stand.</summary>
internal static class PdfValues
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create("()<>[]{}/% \t\r\n\f\0");

    /// <summary>The values from a text on, to the end of the dictionary that it begins with. A name inside of an inner dictionary gives way to the outer one's.</summary>
    internal static Dictionary<string, string> Read(ReadOnlySpan<char> text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var (at, depth, name) = (0, 0, (string?)null);
        while (at < text.Length)
        {
            var rest = text[at..];
            if (rest.StartsWith("<<"))
            {
                (at, name) = (at + 2, null);
                depth++;
            }
            else if (rest.StartsWith(">>"))
            {
                at += 2;
                if (--depth <= 0)
                {
                    break;
                }
            }
            else if (text[at] is '/' && name is null)
            {
                name = Word(rest[1..]).ToString();
                at += 1 + name.Length;
            }
            else if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else
            {
                var (value, length) = Value(rest);
                at += Math.Max(1, length);
                if (name is not null && (depth <= 1 || !values.ContainsKey(name)))
                {
                    values[name] = value;
                }

                name = null;
            }
        }

        return values;
    }

    private static (string Value, int Length) Value(ReadOnlySpan<char> text) => text[0] switch
    {
        '(' => Literal(text),
        '<' => Hexadecimal(text),
        '/' => (Word(text[1..]).ToString(), 1 + Word(text[1..]).Length),
        _ => (Word(text).ToString(), Word(text).Length),
    };

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(s_ends);
        return end < 0 ? text : text[..end];
    }

    private static (string, int) Hexadecimal(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('>');
        var digits = new string([.. text[1..Math.Max(1, end)].ToString().Where(char.IsAsciiHexDigit)]);
        return (Encoding.Latin1.GetString(Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0")), end < 0 ? text.Length : end + 1);
    }

    private static (string, int) Literal(ReadOnlySpan<char> text)
    {
        var (value, depth, at) = (new StringBuilder(), 0, 0);
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at += Escape(text[(at + 1)..], value);
                continue;
            }

            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return (value.ToString(), at + 1);
            }

            if (at > 0)
            {
                value.Append(text[at]);
            }
        }

        return (value.ToString(), at);
    }

    // What follows a backslash; the number of characters that it takes.
    private static int Escape(ReadOnlySpan<char> text, StringBuilder value)
    {
        var octal = 0;
        while (octal < Math.Min(3, text.Length) && text[octal] is >= '0' and <= '7')
        {
            octal++;
        }

        if (octal > 0)
        {
            value.Append((char)(text[..octal].ToString().Aggregate(0, (sum, digit) => (sum * 8) + (digit - '0')) & 0xFF));
            return octal;
        }

        if (text[0] is '\r' or '\n')
        {
            return text.StartsWith("\r\n") ? 2 : 1;
        }

        value.Append(text[0] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var plain => plain });
        return 1;
    }
}
