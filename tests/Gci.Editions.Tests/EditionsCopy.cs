using System.Globalization;
using Gci.Editions.Cases;
using Gci.Testing;

namespace Gci.Editions.Tests;

/// <summary>A copy of the shipped definitions in a folder of its own, to be broken on purpose.</summary>
internal sealed class EditionsCopy : IDisposable
{
    // An edition that is derived from another, and translations, would be found at fault with every change to what they come from.
    private static readonly string[] s_parts = ["2026", "ar", "es", "fr", "ru", "zh"];

    private static readonly (string File, byte[] Content)[] s_files =
        [.. Shipped.Files.Select(file => (file, File.ReadAllBytes(Repository.At(file))))];

    /// <param name="parts">What is copied beside the editions of 2020 and 2024 in English: 2026, or a language.</param>
    internal EditionsCopy(params IEnumerable<string> parts)
    {
        Root = Directory.CreateTempSubdirectory("gci-editions-").FullName;
        Files = s_files.Select(pair => pair.File).Where(file => PartsOf(file).All(parts.Contains)).ToHashSet();
        foreach (var (file, content) in s_files.Where(pair => Files.Contains(pair.File)))
        {
            Write(file, content);
        }
    }

    private static IEnumerable<string> PartsOf(string file) => file.Split('/').Intersect(s_parts);

    internal string Root { get; }

    /// <summary>What was copied, by paths below the root.</summary>
    internal IReadOnlySet<string> Files { get; }

    internal EditionsFolder Folder => new(Root);

    internal string PathOf(string file) => Path.Combine(Root, file);

    internal void Write(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), content);
    }

    internal void Write(string file, string content) => Write(file, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Replaces the first occurrence of a text, which must be there.</summary>
    internal void Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold: {old}");
        Write(file, text[..at] + replacement + text[(at + old.Length)..]);
    }

    internal void Delete(string file) => File.Delete(PathOf(file));

    /// <summary>Makes another edition of the same content, with a questionnaire of its own.</summary>
    internal void CopyEdition(string from, string to)
    {
        foreach (var (file, content) in s_files.Where(pair => pair.File.StartsWith($"methodology/{from}/", StringComparison.Ordinal) || pair.File.StartsWith($"questionnaires/{from}/", StringComparison.Ordinal)))
        {
            Write(file.Replace($"/{from}/", $"/{to}/", StringComparison.Ordinal), content);
        }

        Replace($"methodology/{to}/pillars.yaml", $"edition: \"{from}\"", $"edition: \"{to}\"");
        Replace($"methodology/{to}/pillars.yaml", $"questionnaire: \"{from}\"", $"questionnaire: \"{to}\"");
    }

    /// <summary>What <c>gci check</c> says of the copy: <c>file:line: sentence</c>.</summary>
    internal IReadOnlyList<string> Check() => [.. Folder.Check().InOrder().Select(problem => problem.ToString())];

    /// <summary>What is wrong with the scored examples of the copy as they are read.</summary>
    internal IReadOnlyList<string> CheckCases()
    {
        var problems = new Problems();
        CasesReader.Read(PathOf("tests/cases"), problems);
        return [.. problems.InOrder().Select(problem => problem.ToString())];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>
    /// Whole lines of what is expected, so that an edit elsewhere in a file changes nothing. <c>+2: sentence</c> is said of the file itself,
    /// so many lines below the text that is replaced; <c>other.yaml at «text»: sentence</c> of another file, on the line where that text first stands.
    /// </summary>
    internal static IEnumerable<string> Lines(string file, string old, params IEnumerable<string> expected)
    {
        foreach (var item in expected)
        {
            yield return item.Split([" at «", "»: "], StringSplitOptions.None) is [var other, var text, var sentence]
                ? $"{other}:{LineOf(other, text)}: {sentence}"
                : $"{file}:{LineOf(file, old) + int.Parse(item.Split(':')[0], CultureInfo.InvariantCulture)}{item[item.IndexOf(':', StringComparison.Ordinal)..]}";
        }
    }

    /// <summary>The line of a shipped file on which a text first begins.</summary>
    internal static int LineOf(string file, string text) =>
        File.ReadAllText(Repository.At(file)).Split(text)[0].Count(letter => letter == '\n') + 1;

    /// <summary>What is said after one text was replaced in one file.</summary>
    internal static IReadOnlyList<string> After(string file, string old, string replacement)
    {
        using var copy = new EditionsCopy(PartsOf(file));
        copy.Replace(file, old, replacement);
        return file.StartsWith("tests/cases", StringComparison.Ordinal) ? copy.CheckCases() : copy.Check();
    }
}
