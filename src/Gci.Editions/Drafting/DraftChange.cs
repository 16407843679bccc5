using System.Collections.Immutable;
using System.Text;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>The files of a draft while a step changes them.</summary>
internal sealed class DraftChange(string id, ImmutableSortedDictionary<string, string> files, DraftGround ground)
{
    private readonly Dictionary<string, YamlSource> _sources = new(StringComparer.Ordinal);
    private AskedQuestions? _asked;

    internal string Id => id;

    internal ImmutableSortedDictionary<string, string> Files { get; private set; } = files;

    /// <summary>What the draft asks as it stands now.</summary>
    internal AskedQuestions Asked => _asked ??= Read() ?? throw new StepRefusedException($"methodology/{id}/pillars.yaml", 1, "This edition asks nothing.");

    /// <summary>What the edition asks that the draft is derived from; null where it is derived from none.</summary>
    internal AskedQuestions? Earlier => Has(Migration) && Source(Migration).Top.TextOf("derived-from") is { Length: > 0 } earlier ? ground.Asked(earlier) : null;

    internal string Migration => $"questionnaires/{id}/{Migrations.MigrationReader.FileName}";

    /// <summary>The codes of all editions, whether they are still asked or not.</summary>
    internal IEnumerable<string> AllCodes => ground.Codes.Concat(Asked.Codes);

    internal bool Has(string name) => Files.ContainsKey(name);

    /// <summary>A file of the draft.</summary>
    /// <exception cref="StepRefusedException">The draft does not have it, or it cannot be read.</exception>
    internal YamlSource Source(string name)
    {
        if (!_sources.TryGetValue(name, out var source))
        {
            var found = new Problems();
            source = Files.TryGetValue(name, out var text) ? YamlSource.Read(name, text, found) : throw new StepRefusedException(name, 1, "This file is not part of the draft.");
            _sources[name] = source ?? throw new StepRefusedException(found);
        }

        return source;
    }

    internal void Write(YamlSource source)
    {
        Write(source.Name, source.Text);
        _sources[source.Name] = source;
    }

    internal void Write(string name, string text)
    {
        if (Files.GetValueOrDefault(name) != text)
        {
            Files = Files.SetItem(name, text);
            _asked = IsAsked(name) ? null : _asked;
        }

        _sources.Remove(name);
    }

    internal void Delete(string name)
    {
        Files = Files.Remove(name);
        _sources.Remove(name);
    }

    /// <summary>The place of a question or group in its file.</summary>
    internal ItemPlace Place(string code) =>
        Asked.FileOf(code) is { } file && ItemPlace.Find(Source(file), code) is { } place ? place : throw Unknown(code);

    internal Question Question(string code) => Asked.Question(code) ?? throw Unknown(code);

    /// <summary>The text as it is written: its line ends and the space around it in one form.</summary>
    /// <exception cref="StepRefusedException">It is empty, or holds what cannot be written.</exception>
    internal string Clean(string code, string field, string text)
    {
        var clean = FreeText.WithLineEnds(text).Trim();
        var sentence = clean.Length == 0 ? $"The {field} of {code} is empty."
            : clean.EnumerateRunes().Any(rune => (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) || rune.Value is 0xFFFD or 0xFFFE or 0xFFFF)
                ? $"The {field} of {code} holds a control character or one that is no character; take it away."
            : null;
        return sentence is null ? clean : throw new StepRefusedException(Asked.FileOf(code) ?? $"methodology/{id}/pillars.yaml", 1, sentence);
    }

    private StepRefusedException Unknown(string code) => new(Asked.FileOf(code) ?? Asked.Folder.Name, 1, $"{Quoted.Text(code)} is not asked in {id}.");

    private AskedQuestions? Read()
    {
        var found = new Problems();
        var asked = AskedQuestions.Read(ground.Folder.With(Files).Root, id, found);
        return asked is null || asked.Questionnaire.Sections.Length == asked.Pillars.Length ? asked : throw new StepRefusedException(found);
    }

    // Translations, weights and credits change nothing of what is asked.
    private static bool IsAsked(string name) => Path.GetFileName(name) == "pillars.yaml"
        || (name.StartsWith("questionnaires/", StringComparison.Ordinal) && name.Count(letter => letter == '/') == 2);
}
