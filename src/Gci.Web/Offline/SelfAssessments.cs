using Gci.Editions;
using Gci.Reports.Questionnaires;

namespace Gci.Web.Offline;

/// <summary>Takes answers from somebody's private copy into the country's response.</summary>
internal static class SelfAssessments
{
    /// <summary>What the copy says for sure: answers taken over from the previous edition only where they were confirmed in it.</summary>
    internal static IEnumerable<ReturnedAnswer> Brought(Edition edition, PresentAnswers now, PresentAnswers own) =>
        edition.Questionnaire!.Questions().Where(question => own.Answer(question.Code) is { IsAnswered: true, NeedsConfirmation: false })
            .Select(question => WorkbookChanges.Brought(question, edition, now.Copied(question.Code), own.Copied(question.Code)));
}
