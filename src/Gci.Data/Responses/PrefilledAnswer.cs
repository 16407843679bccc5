using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

/// <summary>What a country said to the previous edition, as it can stand in this one.</summary>
/// <param name="From">The questions to which it was said.</param>
/// <param name="MustConfirm">Whether it counts only when somebody has said that it still holds.</param>
/// <param name="Links">Evidence on the web that was given for it.</param>
internal sealed record PrefilledAnswer(Question Question, AnswerDraft Draft, ImmutableArray<string> From, bool MustConfirm, ImmutableArray<EvidenceDraft> Links)
{
    /// <summary>The strictest class that the country gave what it said.</summary>
    internal Confidentiality Class { get; init; }

    /// <summary>
    /// All that the migration map carries. That a question does not apply, and what was remarked, is carried only where one question became
    /// one; a remark only where its words are the same.
    /// </summary>
    /// <param name="answers">The current answers to the previous edition.</param>
    /// <param name="evidence">Their evidence that was not removed.</param>
    internal static IEnumerable<PrefilledAnswer> Of(Edition edition, IEnumerable<AnswerRevision> answers, IEnumerable<EvidenceItem> evidence)
    {
        var before = answers.Where(answer => answer.IsAnswered).ToDictionary(answer => answer.Question, StringComparer.Ordinal);
        var values = before.Values.Where(answer => answer.Value is not null).ToDictionary(answer => answer.Question, answer => answer.Value!, StringComparer.Ordinal);
        var carried = edition.Migration!.Carry(edition, values).ToDictionary(answer => answer.Code, StringComparer.Ordinal);
        var links = evidence.Where(item => item.Form == EvidenceForm.Link).ToLookup(item => item.Question);
        foreach (var question in edition.Questionnaire!.Questions())
        {
            if (Said(edition.Migration.To(question.Code), carried.GetValueOrDefault(question.Code), before) is var (draft, entry)
                && AnswerChecks.Check(edition, question, draft) is { Refusal: null, Draft: var tidy })
            {
                var proofs = entry.From.SelectMany(code => links[code]).Select(item => new EvidenceDraft(item.Kind, item.Title, item.Place, item.Url));
                yield return new(question, tidy, entry.From, entry.MustConfirm, [.. proofs]);
            }
        }
    }

    private static (AnswerDraft Draft, MigrationEntry Entry)? Said(MigrationEntry? entry, CarriedAnswer? carried, Dictionary<string, AnswerRevision> before)
    {
        if (entry is null)
        {
            return null;
        }

        var single = entry.Kind is MigrationKind.Same or MigrationKind.Reworded ? before.GetValueOrDefault(entry.From[0]) : null;
        var comment = entry.Kind == MigrationKind.Same ? single?.Comment : null;
        return carried is not null ? (new(carried.Text, Comment: comment), entry)
            : single is { IsNotApplicable: true } ? (new(null, true, single.Reason, comment), entry)
            : null;
    }
}
