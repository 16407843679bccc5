using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires;

namespace Gci.Web.Answering;

/// <summary>Makes the copies of a questionnaire that leave the service as a workbook or on paper.</summary>
public static class Copies
{
    /// <summary>The questionnaire in a language with the answers and evidence that the person may see.</summary>
    public static QuestionnaireCopy CopyOf(this OpenedResponse opened, EditionShelf shelf, Dossier dossier, string language)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(dossier);
        var seen = opened.Pages().SelectMany(page => page.Questions()).Select(question => question.Code).ToHashSet(StringComparer.Ordinal);
        var evidence = dossier.Evidence.Where(item => seen.Contains(item.Question) && opened.Sight.Reads(item.Question)).ToLookup(item => item.Question, StringComparer.Ordinal);
        var answers = dossier.Answers.Select(answer => opened.Sight.Of(answer)!).ToDictionary(answer => answer.Question, StringComparer.Ordinal);
        var withheld = shelf.In(language)["class.withheld"];
        return opened.BlankCopy(shelf, language) with
        {
            Answers = seen.Select(code => (Code: code, Answer: Copied(answers.GetValueOrDefault(code), evidence[code], withheld)))
                .Where(pair => pair.Answer is { Revision: > 0 } or { Links.Length: > 0 })
                .ToImmutableSortedDictionary(pair => pair.Code, pair => pair.Answer, StringComparer.Ordinal),
            Evidence = evidence.ToImmutableSortedDictionary(group => group.Key, group => group.Select(item => Copied(item, dossier)).ToImmutableArray(), StringComparer.Ordinal),
        };
    }

    /// <summary>The questionnaire without any answer.</summary>
    public static QuestionnaireCopy BlankCopy(this OpenedResponse opened, EditionShelf shelf, string language)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(shelf);
        return new(
            opened.Edition, opened.Edition.In(language), shelf.In(language), opened.Edition.Countries[opened.Response.Country], opened.Response.Id.ToString(),
            ImmutableSortedDictionary.Create<string, CopiedAnswer>(StringComparer.Ordinal));
    }

    // A copy says of an answer that it is there and withheld where others have their comment.
    private static CopiedAnswer Copied(AnswerRevision? answer, IEnumerable<EvidenceItem> evidence, string withheld) =>
        (answer is null ? CopiedAnswer.None : answer.IsWithheld ? new(answer.Revision, null, false, null, withheld, false, []) : new(answer.Revision, answer.Value, answer.IsNotApplicable, answer.Reason, answer.Comment, answer.NeedsConfirmation, [])) with
        {
            Links = [.. evidence.Where(item => item.Form == EvidenceForm.Link).Select(item => new CopiedLink(item.Url!, item.Title, item.Kind))],
        };

    private static CopiedEvidence Copied(EvidenceItem item, Dossier dossier)
    {
        var file = dossier.FileOf(item);
        return new(item.Kind, item.Title, item.Place, file?.Name ?? item.Url ?? "", file?.Sha256);
    }
}
