using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Editions.Yaml;
using Gci.Scoring;

namespace Gci.Editions;

/// <summary>Reads one edition from its files and finds everything that is wrong with it.</summary>
/// <param name="earlier">Gives an edition that this one may be derived from; null where it cannot be read.</param>
internal sealed class EditionReader(EditionFiles files, ImmutableSortedDictionary<string, Country> countries, Func<string, Edition?> earlier, Problems problems)
{
    private static readonly Questionnaire s_nothingAsked = new([], []);

    /// <summary>The edition, or null with the reasons among the problems.</summary>
    internal Edition? Read()
    {
        var method = MethodText.Read(files.Methodology.File("method.md"), problems);
        if (YamlFile.Read(files.Methodology.File("pillars.yaml"), problems) is not { } map)
        {
            return null;
        }

        var frame = Frame.Read(map, files.Id, method);
        var questionnaire = Questionnaire(frame, map);
        var asked = questionnaire ?? s_nothingAsked;
        var weights = questionnaire is null ? PillarWeights(frame) : new WeightsReader(frame, asked, problems).Read(files.Methodology.Folder("weights"));
        var credits = questionnaire is null ? [] : Read("credits.yaml", credits => CreditsReader.Read(credits, asked, method)) ?? [];
        var tiers = Read("tiers.yaml", tiers => TiersReader.Read(tiers, method, frame.Points));
        var groups = Read("groups.yaml", groups => (ImmutableArray<CountryGroup>?)GroupsReader.Read(groups, countries)) ?? [];
        var strengths = Read("strengths.yaml", strengths => ((Tiering.Profiles.StrengthRule Rule, string Paragraph)?)StrengthsReader.Read(strengths, method));
        var members = groups.Where(group => group.Kind == GroupKind.Region).SelectMany(group => group.Members).ToImmutableSortedSet(StringComparer.Ordinal);
        var published = files.Methodology.File("published.yaml").Exists ? Read("published.yaml", points => PublishedReader.Read(points, frame, members)) : null;
        BallotsReader.Read(files.Methodology.Folder("ballots"), problems);
        CheckNames();
        if (frame.Status == EditionStatus.Published)
        {
            Checksums.Check(files.Checksums, files.All(frame), problems);
        }

        if (problems.Any || tiers is null || strengths is null)
        {
            return null;
        }

        var tree = Tree(frame, asked);
        return tree.Depth >= frame.Levels.Length ? TooDeep(tree, frame, map) : WithHistory(new Edition
        {
            Id = frame.Id,
            Title = frame.Title,
            About = frame.About,
            Status = frame.Status,
            ReferenceDate = frame.ReferenceDate,
            Hash = Checksums.Hash(files.All(frame)),
            Levels = frame.Levels,
            Pillars = frame.Pillars,
            Questionnaire = questionnaire,
            QuestionnaireId = frame.Questionnaire,
            Weights = weights,
            Credits = credits,
            Tiers = tiers,
            Groups = groups,
            StrengthRule = strengths.Value.Rule,
            StrengthParagraph = strengths.Value.Paragraph,
            Paragraphs = frame.Paragraphs,
            Method = method,
            Countries = countries.Where(pair => members.Contains(pair.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Published = published,
            Scorer = EditionScorer.Of(tree, weights.Set, frame.Levels, frame.Points, credits),
        });
    }

    /// <summary>The edition with what it has from the one before it and with its translations.</summary>
    private Edition? WithHistory(Edition edition)
    {
        if (edition.QuestionnaireId is not { } id)
        {
            return edition;
        }

        var previous = Migration(files.Questionnaire(id).File(MigrationReader.FileName), edition, out var migration);
        var derived = edition with { Migration = migration };
        derived = derived with { Translations = EditionTranslations.Read(derived, previous, files.Questionnaire(id), problems).Translations };
        return problems.Any ? null : derived;
    }

    private Edition? Migration(SourceFile file, Edition edition, out MigrationMap? migration)
    {
        migration = null;
        if (!file.Exists || YamlFile.Read(file, problems) is not { } map)
        {
            return null;
        }

        var id = MigrationReader.DerivedFrom(map);
        if (id.Length > 0 && earlier(id) is { Questionnaire: not null } previous)
        {
            migration = MigrationReader.Read(map, previous, edition);
            return previous;
        }

        // What is wrong with the earlier edition was said where it is wrong.
        if (!problems.Any)
        {
            map.Problem("derived-from", $"This edition cannot be derived from {id}: that one asks nothing, or is itself derived from this one.");
        }

        return null;
    }

    private Questionnaire? Questionnaire(Frame frame, MapReader map)
    {
        if (frame.Questionnaire is not { Length: > 0 } id)
        {
            return null;
        }

        if (files.Questionnaire(id).Exists)
        {
            return QuestionnaireReader.Read(files.Questionnaire(id), [.. frame.Pillars.Select(pillar => (pillar.Code, pillar.Variable))], problems);
        }

        map.Problem("questionnaire", $"There is no folder {files.Questionnaire(id).Name}.");
        return null;
    }

    private T? Read<T>(string name, Func<MapReader, T?> read) => files.Read(name, problems) is { } map ? read(map) : default;

    private static WeightTable PillarWeights(Frame frame) => new(
        new(frame.Id, frame.Pillars.DistinctBy(pillar => pillar.Code).ToImmutableDictionary(pillar => pillar.Code, pillar => pillar.Points, StringComparer.Ordinal)),
        IsIllustrative: false,
        string.Join(" ", frame.Pillars.Select(pillar => pillar.Source).Distinct()));

    private void CheckNames()
    {
        string[] known = ["credits.yaml", "groups.yaml", "pillars.yaml", "published.yaml", "strengths.yaml", "tiers.yaml"];
        foreach (var stray in files.Methodology.YamlFiles().Except(known))
        {
            problems.Add(files.Methodology.File(stray).Name, 1, $"This file is not known here. Known files: {string.Join(", ", known)}.");
        }
    }

    internal static IndexTree Tree(Frame frame, Questionnaire questionnaire)
    {
        var pairs = new List<(string, string?)> { (frame.IndexCode, null) };
        pairs.AddRange(frame.Pillars.Select(pillar => (pillar.Code, (string?)frame.IndexCode)));
        foreach (var section in questionnaire.Sections)
        {
            Add(section.Items, section.Pillar);
        }

        return IndexTree.Build(pairs);

        void Add(ImmutableArray<Item> items, string parent)
        {
            foreach (var item in items.Where(WeightsReader.IsScored))
            {
                pairs.Add((item.Code, parent));
                if (item is ItemGroup group)
                {
                    Add(group.Items, item.Code);
                }
            }
        }
    }

    private static Edition? TooDeep(IndexTree tree, Frame frame, MapReader map)
    {
        var deepest = tree.Nodes.MaxBy(node => node.Depth)!;
        map.Problem("levels", $"The questionnaire has {tree.Depth + 1} levels ({deepest.Code} is at the deepest) and \"levels\" describes {frame.Levels.Length}.");
        return null;
    }
}
