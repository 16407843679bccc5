using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Scoring;
using Gci.Tiering.Profiles;

namespace Gci.Editions;

/// <summary>One edition of an index: what is asked and what it is worth. Made only by <see cref="EditionsFolder"/>, and only when nothing is wrong.</summary>
public sealed record Edition
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What the index measures, in a sentence or two; null where the definition does not say.</summary>
    public required string? About { get; init; }

    public required EditionStatus Status { get; init; }

    /// <summary>The day whose state is measured; ages are counted to it and documents carry it.</summary>
    public required DateOnly ReferenceDate { get; init; }

    /// <summary>SHA-256 over all definition files that the edition is made of.</summary>
    public required string Hash { get; init; }

    /// <summary>One rule a depth of the tree, the whole index first.</summary>
    public required ImmutableArray<Level> Levels { get; init; }

    public required ImmutableArray<Pillar> Pillars { get; init; }

    /// <summary>Null for an edition that is known by its published figures only.</summary>
    public required Questionnaire? Questionnaire { get; init; }

    /// <summary>The folder below <c>questionnaires/</c> that it stands in; null where there is none.</summary>
    public required string? QuestionnaireId { get; init; }

    public required WeightTable Weights { get; init; }

    /// <summary>How each scored question is credited, by code.</summary>
    public required ImmutableDictionary<string, Credit> Credits { get; init; }

    public required TierTable Tiers { get; init; }

    public required ImmutableArray<CountryGroup> Groups { get; init; }

    public required StrengthRule StrengthRule { get; init; }

    public required string StrengthParagraph { get; init; }

    public required Paragraphs Paragraphs { get; init; }

    public required MethodText Method { get; init; }

    /// <summary>The countries of the edition by ISO 3166 alpha-3 code.</summary>
    public required ImmutableSortedDictionary<string, Country> Countries { get; init; }

    /// <summary>Points that were published for this edition; null where none are carried.</summary>
    public required PublishedPoints? Published { get; init; }

    /// <summary>Scores with the edition's own weights.</summary>
    public required Scorer Scorer { get; init; }

    /// <summary>The translations of the questionnaire by language.</summary>
    public ImmutableDictionary<string, Translation> Translations { get; init; } = ImmutableDictionary<string, Translation>.Empty;

    /// <summary>What became of the questions of the edition that this one is derived from; null where it is derived from none.</summary>
    public MigrationMap? Migration { get; init; }

    /// <summary>Whether it is made in the service and does not lie in the definitions folder yet: it is read and commented on, and not answered.</summary>
    public bool IsDrafted { get; init; }

    public IndexTree Tree => Scorer.Tree;

    /// <summary>The most that the whole index can reach, such as 100.</summary>
    public double Points => Scorer.Maximum(Tree.Root.Position);

    public IEnumerable<CountryGroup> Regions => Groups.Where(group => group.Kind == GroupKind.Region);

    public CountryGroup RegionOf(string country) => Regions.First(region => region.Members.Contains(country));

    /// <summary>What the edition says in a language; English stands in, marked, where that is missing.</summary>
    public Wording In(string language) =>
        new(this, Translations.GetValueOrDefault(language) ?? Translation.None(language));

    /// <summary>The same edition with other weights: the questionnaire is untouched.</summary>
    public Edition WithWeights(WeightTable weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return this with { Weights = weights, Scorer = EditionScorer.Of(Tree, weights.Set, Levels, Points, Credits) };
    }
}

/// <summary>Where an edition stands. A published one is frozen: its files have checksums.</summary>
public enum EditionStatus
{
    Draft,
    Testing,
    Published,
}
