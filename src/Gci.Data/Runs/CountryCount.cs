using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Runs;

/// <summary>What counts of the answers of one closed response.</summary>
/// <param name="Answers">In the order of the questionnaire.</param>
/// <param name="Open">Questions whose answer no verdict settles, or whose text is no answer; nothing of them counts.</param>
/// <param name="Claimed">What the country says where that is not proven, or only in part.</param>
internal sealed record CountryCount(
    string Country, AnswerSource Source, ImmutableArray<(string Question, string Text)> Answers, ImmutableArray<string> Open, ImmutableArray<(string Question, string Text)> Claimed)
{
    /// <param name="current">The revisions that count, one a question.</param>
    /// <param name="assignments">Those that have not ended.</param>
    internal static CountryCount Of(
        Edition edition, Response response, IReadOnlyCollection<AnswerRevision> current, IEnumerable<Verdict> verdicts, IReadOnlyCollection<Assignment> assignments)
    {
        var sheet = edition.SheetOf(response.Country, current);
        var answers = current.ToDictionary(answer => answer.Question, StringComparer.Ordinal);
        var byQuestion = verdicts.ToLookup(verdict => verdict.Question, StringComparer.Ordinal);
        var (counted, open, claimed) = (ImmutableArray.CreateBuilder<(string, string)>(), ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<(string, string)>());
        foreach (var pillar in edition.Questionnaire!.Sections)
        {
            var seats = assignments.Where(assignment => assignment.Pillar == pillar.Pillar).Select(assignment => assignment.Seat).ToHashSet();

            // What is not asked because of another answer is not reviewed either.
            foreach (var question in new Questionnaire([pillar], []).Questions().Where(question => sheet.IsActive(question.Code)))
            {
                var answer = answers.GetValueOrDefault(question.Code);
                var review = QuestionReview.Of(answer, byQuestion[question.Code], seats);
                var (text, isOpen) = Counts(review, answer);
                if ((isOpen || review.Status == ReviewStatus.PartlyVerified) && IsAnswer(edition, question, answer?.Value))
                {
                    claimed.Add((question.Code, answer!.Value!));
                }

                if (IsAnswer(edition, question, text))
                {
                    counted.Add((question.Code, text!));
                }
                else if (isOpen || text is not null)
                {
                    open.Add(question.Code);
                }
            }
        }

        return new(response.Country, response.Source, counted.ToImmutable(), open.ToImmutable(), claimed.ToImmutable());
    }

    private static bool IsAnswer(Edition edition, Question question, string? text) =>
        text is not null && AnswerParser.Parse(question, text, edition.CountryCodes(), edition.ReferenceDate).Answer is not null;

    private static (string? Text, bool IsOpen) Counts(QuestionReview review, AnswerRevision? current) => review.Status switch
    {
        ReviewStatus.Verified => (current?.Value, false),
        ReviewStatus.PartlyVerified => (review.Counts!.Proven, false),
        ReviewStatus.NotVerified or ReviewStatus.NotApplicable => (null, false),

        // Reviewers found it themselves in public sources, and nobody has said anything against it.
        ReviewStatus.Unreviewed when current is { Source: Provenance.DeskResearch } => (current.Value, false),
        _ => (null, current is { IsAnswered: true }),
    };
}
