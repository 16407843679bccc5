using System.Collections.Immutable;
using Gci.Editions.Methodology;

namespace Gci.Editions.Changes;

/// <summary>What differs between two editions: all that stood in one or stands in the other, what is the same included.</summary>
/// <param name="Path">The editions over which the migration maps lead from one to the other; empty where questions were matched by code and variable.</param>
/// <param name="Questions">Every question of both stands in exactly one; none where either edition asks nothing.</param>
/// <param name="CountriesJoined">Countries of the edition after only, by code.</param>
/// <param name="CountriesLeft">Countries of the edition before only, by code.</param>
public sealed record EditionChanges(
    Edition Before,
    Edition After,
    ImmutableArray<string> Path,
    ImmutableArray<QuestionChange> Questions,
    ImmutableArray<GroupChange> Groups,
    ImmutableArray<PillarChange> Pillars,
    ImmutableArray<EvidenceKindChange> EvidenceKinds,
    ImmutableArray<WeightChange> Weights,
    ImmutableArray<CreditChange> Credits,
    ImmutableArray<LevelChange> Levels,
    ImmutableArray<TierChange> Tiers,
    ImmutableArray<ParagraphChange> Paragraphs,
    ImmutableArray<Country> CountriesJoined,
    ImmutableArray<Country> CountriesLeft,
    ImmutableArray<CountryGroupChange> CountryGroups)
{
    /// <summary>Whether both editions ask something, so that questions can be compared.</summary>
    public bool HasQuestions => Before.Questionnaire is not null && After.Questionnaire is not null;

    /// <summary>Whether nothing that anybody is asked, or that answers are worth, differs.</summary>
    public bool IsEmpty =>
        Questions.All(change => change.Kind == QuestionChangeKind.Same) && Groups.All(change => change.IsSame) && Pillars.All(change => change.IsSame) && EvidenceKinds.All(change => change.IsSame)
        && Weights.All(change => change.IsSame) && Credits.All(change => change.IsSame) && Levels.All(change => change.IsSame) && Tiers.All(change => change.IsSame)
        && Paragraphs.All(change => change.IsSame) && CountriesJoined.IsEmpty && CountriesLeft.IsEmpty && CountryGroups.All(change => change.IsSame)
        && Before.StrengthRule == After.StrengthRule && Before.Tiers.Scheme.GetType() == After.Tiers.Scheme.GetType();

    public int Count(QuestionChangeKind kind) => Questions.Count(change => change.Kind == kind);

    /// <summary>Compares two editions: by the migration maps where the one after derives from the one before, else by code and variable.</summary>
    /// <param name="known">Editions among which those between the two are found, where there are any.</param>
    public static EditionChanges Between(Edition before, Edition after, params IEnumerable<Edition> known)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(known);
        var structure = new Structure(before, after);
        var isAsked = before.Questionnaire is not null && after.Questionnaire is not null;
        var lineage = isAsked ? Lineage.Of(before, after, known) : new([], []);
        var questions = QuestionChanges.Of(before, after, lineage, structure);
        var groups = isAsked ? structure.Groups() : [];
        var method = new MethodComparison(before, after);
        var weights = new WeightComparison(before, after, structure);
        return new(
            before, after, lineage.Path, questions, groups, structure.Pillars(questions), isAsked ? method.EvidenceKinds() : [],
            weights.Nodes(questions, groups), WeightComparison.Credits(before, after, questions), method.Levels(), method.Tiers(), method.Paragraphs(),
            method.Joined(), method.Left(), method.CountryGroups());
    }
}
