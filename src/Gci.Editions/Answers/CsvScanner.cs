using System.Text;

namespace Gci.Editions.Answers;

/// <summary>A record of a CSV file and the line on which it begins. What is wrong with a broken one is among the problems.</summary>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields, bool IsBroken);

/// <summary>
/// Splits CSV text (RFC 4180, commas, any line ends) into records. It is written by hand so that an unterminated quotation mark is a
/// problem and never a field, and so that a record knows the line on which it begins.
/// </summary>
internal sealed class CsvScanner(string file, string text, Problems problems)
{
    private int _at;
    private int _line = 1;
    private bool _isBroken;

    /// <summary>The next record that says something, null at the end. Lines without any content are passed over.</summary>
    internal CsvRecord? Next()
    {
        while (_at < text.Length)
        {
            var (line, fields) = (_line, new List<string>());
            _isBroken = false;
            do
            {
                fields.Add(At('"') ? QuotedField() : PlainField());
            }
            while (Take(','));

            TakeLineEnd();
            if (_isBroken || fields.Any(field => field.Length > 0))
            {
                return new(line, fields, _isBroken);
            }
        }

        return null;
    }

    private string PlainField()
    {
        var length = text.AsSpan(_at).IndexOfAny(',', '\r', '\n');
        var field = text.Substring(_at, length < 0 ? text.Length - _at : length);
        if (field.Contains('"', StringComparison.Ordinal))
        {
            Break(_line, "A quotation mark stands inside a field; put the whole field between quotation marks and double those inside.");
        }

        _at += field.Length;
        return field;
    }

    private string QuotedField()
    {
        var (opened, field) = (_line, new StringBuilder());
        _at++;
        while (text.IndexOf('"', _at) is var quote and >= 0)
        {
            field.Append(text, _at, quote - _at);
            CountLines(_at, quote);
            _at = quote + 1;
            if (!Take('"'))
            {
                return AfterClosing(field.ToString());
            }

            field.Append('"');
        }

        _at = text.Length;
        Break(opened, "A quotation mark opens here and is never closed; nothing from here to the end of the file was read.");
        return field.ToString();
    }

    private string AfterClosing(string field)
    {
        if (_at == text.Length || text[_at] is ',' or '\r' or '\n')
        {
            return field;
        }

        Break(_line, "Text follows a closing quotation mark; put the whole field between quotation marks and double those inside.");
        var length = text.AsSpan(_at).IndexOfAny(',', '\r', '\n');
        _at = length < 0 ? text.Length : _at + length;
        return field;
    }

    private void Break(int line, string sentence)
    {
        _isBroken = true;
        problems.Add(file, line, sentence);
    }

    private void CountLines(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            _line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n') ? 1 : 0;
        }
    }

    private void TakeLineEnd()
    {
        if (Take('\r') | Take('\n'))
        {
            _line++;
        }
    }

    private bool At(char letter) => _at < text.Length && text[_at] == letter;

    private bool Take(char letter)
    {
        if (!At(letter))
        {
            return false;
        }

        _at++;
        return true;
    }
}
