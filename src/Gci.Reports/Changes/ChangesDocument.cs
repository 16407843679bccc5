using System.Globalization;
using Gci.Editions.Changes;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;

namespace Gci.Reports.Changes;

/// <summary>What changed between two editions, for programs.</summary>
/// <param name="From">The id of the edition before.</param>
/// <param name="To">The id of the edition after.</param>
/// <param name="DefinitionBefore">SHA-256 over all files that define the edition before.</param>
/// <param name="DefinitionAfter">The same of the edition after.</param>
/// <param name="Language">The language of the texts; where a text is not translated it says so itself.</param>
/// <param name="Path">The editions over which the migration maps lead; empty where questions were matched by code and variable.</param>
/// <param name="Questions">Every question of both editions, in the order after; empty where one of them asks nothing.</param>
/// <param name="Weights">What the parts of the index are worth.</param>
/// <param name="WeightsAreIllustrative">Of which editions the weights are not those of an Expert Group.</param>
/// <param name="Credits">What answers are worth, where it differs.</param>
/// <param name="Tiers">The tiers and their thresholds.</param>
/// <param name="Levels">The levels of the index, where they differ, in words.</param>
/// <param name="Method">Paragraphs of the method that differ, in English.</param>
/// <param name="CountriesJoined">Codes of the countries of the edition after only.</param>
/// <param name="CountriesLeft">Codes of the countries of the edition before only.</param>
/// <param name="Groups">Groups of countries that differ.</param>
public sealed record ChangesDocument(
    string From, string To, string DefinitionBefore, string DefinitionAfter, string Language, IReadOnlyList<string> Path, IReadOnlyList<ChangedQuestion> Questions,
    IReadOnlyList<ChangedWeight> Weights, IReadOnlyList<string> WeightsAreIllustrative, IReadOnlyList<ChangedWords> Credits, IReadOnlyList<ChangedTier> Tiers,
    IReadOnlyList<ChangedWords> Levels, IReadOnlyList<ChangedWords> Method, IReadOnlyList<string> CountriesJoined, IReadOnlyList<string> CountriesLeft, IReadOnlyList<ChangedMembers> Groups)
{
    public static ChangesDocument Of(EditionComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var changes = comparison.Changes;
        return new(
            changes.Before.Id, changes.After.Id, changes.Before.Hash, changes.After.Hash, comparison.Language, changes.Path, [.. changes.Questions.Select(change => ChangedQuestion.Of(comparison, change))],
            [.. changes.Weights.Select(weight => new ChangedWeight(weight.Before?.Code, weight.After?.Code, weight.Level.Name, weight.Before?.Points, weight.After?.Points))],
            [.. new[] { changes.Before, changes.After }.Where(edition => edition.Weights.IsIllustrative).Select(edition => edition.Id)],
            [
                .. changes.Credits.Where(credit => !credit.IsSame).Select(credit => ChangedWords.Of(
                    (credit.QuestionAfter ?? credit.QuestionBefore)!.Code, comparison.Language, comparison.Credit(credit.QuestionBefore, credit.Before, isAfter: false), comparison.Credit(credit.QuestionAfter, credit.After, isAfter: true))),
            ],
            [.. changes.Tiers.Select(tier => new ChangedTier(tier.Code, tier.Before?.Tier.Name, tier.After?.Tier.Name, tier.Before?.From, tier.After?.From))],
            [
                .. changes.Levels.Where(level => !level.IsSame).Select(level => ChangedWords.Of(
                    level.Depth.ToString(CultureInfo.InvariantCulture), comparison.Language, level.Before is { } old ? $"{old.Name}: {comparison.Rule(old.Rule)}" : "", level.After is { } now ? $"{now.Name}: {comparison.Rule(now.Rule)}" : "")),
            ],
            [.. changes.Paragraphs.Where(paragraph => !paragraph.IsSame).Select(paragraph => ChangedWords.Of(paragraph.Number, "en", paragraph.Before ?? "", paragraph.After ?? ""))],
            [.. changes.CountriesJoined.Select(country => country.Iso3)], [.. changes.CountriesLeft.Select(country => country.Iso3)],
            [.. changes.CountryGroups.Where(group => !group.IsSame).Select(group => new ChangedMembers(group.Code, group.Before?.Title, group.After?.Title, group.Joined, group.Left))]);
    }
}

/// <summary>What became of a question, or of several that belong together.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Pillar">The code of the pillar in which it stands, or stood.</param>
/// <param name="Before">Codes before; none for a new question.</param>
/// <param name="After">Codes after; none for one that is asked no longer.</param>
/// <param name="Changed">What differs, where one question became one.</param>
/// <param name="Reasons">What the migration maps say, the earliest first.</param>
/// <param name="Texts">The words that differ, or all of a question that came or went.</param>
public sealed record ChangedQuestion(
    QuestionChangeKind Kind, string Pillar, IReadOnlyList<string> Before, IReadOnlyList<string> After, IReadOnlyList<ChangedParts> Changed, IReadOnlyList<ReasonOfChange> Reasons, IReadOnlyList<ChangedWords> Texts)
{
    internal static ChangedQuestion Of(EditionComparison comparison, QuestionChange change) => new(
        comparison.KindOf(change), change.Pillar, [.. change.Before.Select(question => question.Code)], [.. change.After.Select(question => question.Code)],
        [.. Enum.GetValues<ChangedParts>().Where(part => part != ChangedParts.None && comparison.PartsOf(change).HasFlag(part))],
        [.. change.Reasons.Select(reason => new ReasonOfChange(reason.Edition, reason.Kind, reason.Text))],
        comparison.KindOf(change) == QuestionChangeKind.Same ? [] : [.. QuestionTexts.Of(comparison, change)]);
}

/// <summary>Why a question was changed.</summary>
/// <param name="Edition">The edition whose migration map says it.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Text">The reason, in English.</param>
public sealed record ReasonOfChange(string Edition, MigrationKind Kind, string Text);

/// <summary>A text before and after, word by word.</summary>
/// <param name="What">What the text is, such as title, or the code of what it is about.</param>
/// <param name="Language">The language that it is really in.</param>
/// <param name="Before">The text before; empty where there was none.</param>
/// <param name="After">The text after; empty where there is none.</param>
/// <param name="Parts">The words in their order, each kept, removed or added.</param>
public sealed record ChangedWords(string What, string Language, string Before, string After, IReadOnlyList<TextPart> Parts)
{
    internal static ChangedWords Of(string what, string language, string before, string after) => Of(what, new(TextChange.Between(before, after), language));

    internal static ChangedWords Of(string what, WordedChange worded) => new(what, worded.Language, worded.Change.Before, worded.Change.After, worded.Change.Parts);
}

/// <summary>What a part of the index is worth.</summary>
/// <param name="CodeBefore">Null where it is new.</param>
/// <param name="CodeAfter">Null where it is gone.</param>
/// <param name="Level">The name of its level, such as indicator.</param>
/// <param name="PointsBefore">The most that it could earn.</param>
/// <param name="PointsAfter">The most that it can earn.</param>
public sealed record ChangedWeight(string? CodeBefore, string? CodeAfter, string Level, double? PointsBefore, double? PointsAfter);

/// <summary>A tier.</summary>
/// <param name="Code">Its code.</param>
/// <param name="NameBefore">Null where it is new.</param>
/// <param name="NameAfter">Null where it is gone.</param>
/// <param name="FromBefore">The lower bound before, inclusive; null where it was found from the scores.</param>
/// <param name="FromAfter">The lower bound after.</param>
public sealed record ChangedTier(string Code, string? NameBefore, string? NameAfter, double? FromBefore, double? FromAfter);

/// <summary>A group of countries that differs.</summary>
/// <param name="Code">Its code.</param>
/// <param name="TitleBefore">Null where it is new.</param>
/// <param name="TitleAfter">Null where it is gone.</param>
/// <param name="Joined">Codes of countries that became members.</param>
/// <param name="Left">Codes of countries that are members no longer.</param>
public sealed record ChangedMembers(string Code, string? TitleBefore, string? TitleAfter, IReadOnlyList<string> Joined, IReadOnlyList<string> Left);
