using System.Collections.Immutable;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>What an edition asks, read without what it is worth and without translations.</summary>
/// <param name="Folder">The folder of the questionnaire.</param>
/// <param name="Withdrawn">Codes that stood in a draft of the edition.</param>
internal sealed record AskedQuestions(
    DefinitionFolder Folder, ImmutableArray<(string Code, string Variable)> Pillars, Questionnaire Questionnaire, ImmutableArray<string> Withdrawn)
{
    private readonly Lazy<ImmutableDictionary<string, Item>> _items = new(() => Questionnaire.Items()
        .DistinctBy(item => item.Code).ToImmutableDictionary(item => item.Code, StringComparer.Ordinal));

    private readonly Lazy<ImmutableDictionary<string, int>> _order = new(() => Questionnaire.Items()
        .DistinctBy(item => item.Code).Select((item, place) => (item.Code, place)).ToImmutableDictionary(pair => pair.Code, pair => pair.place, StringComparer.Ordinal));

    /// <summary>Null where the edition asks nothing.</summary>
    internal static AskedQuestions? Read(DefinitionFolder root, string edition, Problems problems)
    {
        var files = new EditionFiles(root, edition);
        if (YamlFile.Read(files.Methodology.File("pillars.yaml"), problems) is not { } frame || frame.OptionalText("questionnaire") is not { Length: > 0 } id)
        {
            return null;
        }

        ImmutableArray<(string, string)> pillars = [.. frame.Maps("pillars").Select(pillar => (pillar.Text("code"), pillar.Text("variable")))];
        var map = files.Questionnaire(id).File(MigrationReader.FileName);
        var withdrawn = map.Exists ? YamlFile.Read(map, new())?.Words(MigrationReader.Withdrawn).Select(word => word.Text) : null;
        return new(files.Questionnaire(id), pillars, QuestionnaireReader.Read(files.Questionnaire(id), pillars, problems), [.. withdrawn ?? []]);
    }

    /// <summary>The codes of its questions and groups, and those that were withdrawn.</summary>
    internal IEnumerable<string> Codes => Questionnaire.Items().Select(item => item.Code).Concat(Withdrawn);

    /// <summary>The place of a question or group among all, in the order in which they are asked.</summary>
    internal int PlaceOf(string code) => _order.Value.GetValueOrDefault(code, int.MaxValue);

    internal Item? Find(string code) => _items.Value.GetValueOrDefault(code);

    internal Question? Question(string code) => Find(code) as Question;

    /// <summary>The name of the file in which a pillar, or what stands below it, is asked; null where there is no such pillar.</summary>
    internal string? FileOf(string code) =>
        Pillars.FirstOrDefault(pillar => pillar.Code == code.Split('-')[0]).Variable is { } variable ? $"{Folder.Name}/{variable}.yaml" : null;
}
