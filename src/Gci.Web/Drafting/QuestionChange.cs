using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.Drafting;

/// <summary>What became of a question against the edition that a draft began from, and what is still to do about it.</summary>
/// <param name="Kind">Null for a new question.</param>
/// <param name="From">The codes that it came from.</param>
/// <param name="Reason">Why it was changed; null for what is the same or new.</param>
/// <param name="Untranslated">Languages in which a text of it is missing, or translated from other words.</param>
public sealed record QuestionChange(Question Question, MigrationKind? Kind, ImmutableArray<string> From, string? Reason, ImmutableArray<string> Untranslated)
{
    public bool IsNew => Kind is null;

    public bool IsChanged => Kind != MigrationKind.Same;

    public static QuestionChange Of(Edition edition, Question question)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(question);
        var entry = edition.Migration?.To(question.Code);
        return new(
            question, edition.Migration is null ? MigrationKind.Same : entry?.Kind, entry?.From ?? [], entry?.Reason,
            [.. Languages.All.Where(language => language != Languages.Source && TranslatedTexts.Of(edition, question, language).Any(text => text.IsToDo))]);
    }
}
