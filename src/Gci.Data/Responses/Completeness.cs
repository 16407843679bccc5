using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

/// <summary>
/// What stands in the way of submission and what only deserves a look, by question in the order in which they are asked. A country may leave
/// questions unanswered, but says how many; it may lack evidence, but says why. Questions that are not asked raise nothing.
/// </summary>
public sealed class Completeness
{
    private Completeness(AnswerSheet sheet, ImmutableArray<Finding> findings) => (Sheet, Findings) = (sheet, findings);

    /// <summary>The answers, with what is asked because of them.</summary>
    public AnswerSheet Sheet { get; }

    public ImmutableArray<Finding> Findings { get; }

    public int Blocking => Findings.Count(finding => finding.IsBlocking);

    public int Unanswered => Findings.Count(finding => finding.Kind == FindingKind.Unanswered);

    public static Completeness Of(Edition edition, string country, Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(dossier);
        var sheet = edition.SheetOf(country, dossier.Answers);
        var answers = dossier.Answers.ToDictionary(answer => answer.Question, StringComparer.Ordinal);
        var evidence = dossier.Evidence.ToLookup(item => item.Question, StringComparer.Ordinal);
        var suggestions = dossier.Suggestions.ToLookup(suggestion => suggestion.Question, StringComparer.Ordinal);
        return new(
            sheet,
            [
                .. edition.Questionnaire!.Questions().Where(question => sheet.IsActive(question.Code)).SelectMany(question => Of(
                    question, answers.GetValueOrDefault(question.Code), sheet.Active(question.Code), [.. evidence[question.Code].Select(item => dossier.FileOf(item)?.Scan)],
                    suggestions[question.Code].Count())),
            ]);
    }

    // Scans has an entry a piece of evidence, null for a link.
    private static IEnumerable<Finding> Of(Question question, AnswerRevision? current, Answer? answer, ImmutableArray<ScanState?> scans, int suggestions)
    {
        var code = question.Code;
        var infected = scans.Count(scan => scan == ScanState.Infected);
        if (current is not { IsAnswered: true })
        {
            yield return new(FindingKind.Unanswered, code);
        }
        else if (!current.IsNotApplicable && answer is null)
        {
            yield return new(FindingKind.InvalidAnswer, code);
        }

        if (current is { NeedsConfirmation: true })
        {
            yield return new(FindingKind.Unconfirmed, code);
        }

        if (EvidenceWanted(question, answer) is var wanted && scans.Length - infected < wanted)
        {
            yield return new(current?.Comment is null ? FindingKind.EvidenceMissing : FindingKind.EvidenceExplained, code, wanted);
        }

        if (suggestions > 0)
        {
            yield return new(FindingKind.OpenSuggestion, code, suggestions);
        }

        if (scans.Count(scan => scan == ScanState.Waiting) is > 0 and var waiting)
        {
            yield return new(FindingKind.FileWaiting, code, waiting);
        }

        if (infected > 0)
        {
            yield return new(FindingKind.FileInfected, code, infected);
        }
    }

    /// <summary>How many pieces of evidence an answer needs; none where there is no answer, or where it is one that claims nothing.</summary>
    public static int EvidenceWanted(Question question, Answer? answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Evidence is not { } policy ? 0 : answer switch
        {
            null => 0,
            OptionAnswer option when !policy.When.IsEmpty => policy.When.Contains(option.Option) ? policy.Minimum : 0,
            TickAnswer ticks when !policy.When.IsEmpty => ticks.Options.Any(policy.When.Contains) ? policy.Minimum : 0,
            _ => policy.Minimum,
        };
    }
}
