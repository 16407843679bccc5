using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gci.Editions.Answers;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>
/// The files of an edition that is derived from another. What it asks and how it is credited and weighted is its own, to be changed; tiers,
/// groups and the rule of strengths are taken from where the earlier edition has them. Translations are inherited, not copied, and ballots
/// belong to the questions that were voted on.
/// </summary>
internal sealed partial class Derivation(EditionsFolder folder, string from, string id, string title, DateOnly referenceDate)
{
    private static readonly string[] s_taken = ["groups.yaml", "strengths.yaml", "tiers.yaml"];

    private readonly EditionFiles _earlier = new(folder.Root, from);
    private readonly ImmutableSortedDictionary<string, string>.Builder _files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    /// <summary>Null with the reasons among the problems.</summary>
    internal ImmutableSortedDictionary<string, string>? Files(Problems problems)
    {
        if (folder.Load(from, problems) is not { } edition)
        {
            return null;
        }

        if (Mistake(edition) is { } mistake)
        {
            problems.Add(mistake.File, 1, mistake.Sentence);
            return null;
        }

        AddQuestionnaire(edition);
        AddFrame(edition);
        AddMethod(edition);
        AddWeights(edition);
        Add("methodology", "credits.yaml", Text(Source("credits.yaml").Methodology.File("credits.yaml")));
        foreach (var name in s_taken)
        {
            var schema = name.Replace(".yaml", "", StringComparison.Ordinal);
            Add("methodology", name, $"# yaml-language-server: $schema=../schema/{schema}.schema.json\nsame-as: \"{Source(name).Id}\"\nsource: \"As in the {from} edition\"\n");
        }

        return _files.ToImmutable();
    }

    private (string File, string Sentence)? Mistake(Edition edition) =>
        edition.Questionnaire is null ? ($"methodology/{from}/pillars.yaml", $"An edition cannot be derived from {from}, which asks nothing.")
        : !Id().IsMatch(id) || id is "schema" or "interface" ? ("methodology", $"The edition {Quoted.Text(id)} cannot be named so: small letters, digits and hyphens, at most 32, beginning with a letter or digit.")
        : folder.Root.Folder("methodology").Folder(id).Exists || folder.Root.Folder("questionnaires").Folder(id).Exists ? ($"methodology/{id}", $"There is an edition {id} already; give the new one a name of its own.")
        : title.Trim().Length == 0 || title.Any(char.IsControl) ? ($"methodology/{id}", "The new edition needs a title on one line.")
        : referenceDate <= edition.ReferenceDate ? ($"methodology/{id}", FormattableString.Invariant($"The reference date {referenceDate:yyyy-MM-dd} must lie after that of {from}, {edition.ReferenceDate:yyyy-MM-dd}."))
        : null;

    private void AddQuestionnaire(Edition edition)
    {
        var asked = _earlier.Questionnaire(edition.QuestionnaireId!);
        foreach (var name in edition.Pillars.Select(pillar => pillar.Variable + ".yaml").Append(QuestionnaireReader.KindsFile))
        {
            Add("questionnaires", name, Text(asked.File(name)));
        }

        Add("questionnaires", MigrationReader.FileName,
            $"# yaml-language-server: $schema=../schema/migration.schema.json\n# What became of the questions of {from}. Whatever is not listed is asked again in the same words.\nderived-from: \"{from}\"\nothers: same\n");
    }

    private void AddFrame(Edition edition)
    {
        var frame = YamlSource.Read($"methodology/{id}/pillars.yaml", Text(_earlier.Methodology.File("pillars.yaml")), new())!;
        frame = frame.SetInline(frame.Top, "edition", $"\"{id}\"", "");
        frame = frame.SetText(frame.Top, "title", title.Trim(), "edition");
        frame = edition.Status == EditionStatus.Draft ? frame : frame.SetInline(frame.Top, "status", "draft", "title");
        frame = frame.SetInline(frame.Top, "reference-date", referenceDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "status");
        frame = frame.SetInline(frame.Top, "questionnaire", $"\"{id}\"", "points");
        frame = frame.SetInline(frame.Top, "source", YamlScalars.Quote($"Derived from the {from} edition; what changed is a proposal to the Expert Group"), "questionnaire");
        _files[frame.Name] = frame.Text;
    }

    // The paragraph that says where the questions come from speaks of the edition before; where there is none, it is added.
    private void AddMethod(Edition edition)
    {
        var text = Text(_earlier.Methodology.File("method.md"));
        text = Heading().Replace(text, $"# Method of the {id} edition", 1);
        var map = $"`questionnaires/{edition.QuestionnaireId}/{MigrationReader.FileName}`";
        if (edition.Migration is { } migration && text.Contains(map, StringComparison.Ordinal))
        {
            text = string.Join('\n', text.Split('\n').Select(line => !line.Contains(map, StringComparison.Ordinal) ? line : line
                .Replace(map, $"`questionnaires/{id}/{MigrationReader.FileName}`", StringComparison.Ordinal)
                .Replace($"the {migration.DerivedFrom} edition", $"the {from} edition", StringComparison.Ordinal)));
        }
        else if (edition.Method.Chapters is [{ Paragraphs: [.., var last] }, ..] && last.Number.Split('.') is [var chapter, var number])
        {
            var line = text.Split('\n').First(line => line.StartsWith($"{last.Number} ", StringComparison.Ordinal)).TrimEnd('\r');
            var paragraph = $"{chapter}.{int.Parse(number, CultureInfo.InvariantCulture) + 1} The questions are derived from those of the {from} edition. Each of the earlier questions is the same, reworded, split, merged or dropped, as `questionnaires/{id}/{MigrationReader.FileName}` says with the reason; new questions are listed there too.";
            text = text.Replace(line, $"{line}\n\n{paragraph}", StringComparison.Ordinal);
        }

        Add("methodology", "method.md", text);
    }

    private void AddWeights(Edition edition)
    {
        foreach (var pillar in edition.Pillars)
        {
            var text = Text(_earlier.Methodology.Folder("weights").File(pillar.Variable + ".yaml")).Replace(" # from ../ballots, by: gci weights", "", StringComparison.Ordinal);
            var weights = YamlSource.Read($"methodology/{id}/weights/{pillar.Variable}.yaml", text, new())!;
            var source = AsBefore().Replace(weights.Top.TextOf("source") ?? "", "");
            _files[weights.Name] = weights.SetText(weights.Top, "source", $"As in the {from} edition until experts vote. {source}", "illustrative").Text;
        }
    }

    /// <summary>The edition whose file it is: the earlier one, or the one that this names with <c>same-as</c>.</summary>
    private EditionFiles Source(string name) =>
        YamlFile.Read(_earlier.Methodology.File(name), new())?.OptionalText("same-as") is { Length: > 0 } other ? _earlier with { Id = other } : _earlier;

    private void Add(string folder, string name, string text) => _files[$"{folder}/{id}/{name}"] = text;

    // The earlier edition was loaded from these files just now.
    private static string Text(SourceFile file) => file.Text(new()) ?? throw new IOException($"{file.Name} has gone.");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$")]
    private static partial Regex Id();

    [GeneratedRegex("^# Method of the .+ edition(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^As in the \S+ edition until experts vote\. ")]
    private static partial Regex AsBefore();
}
