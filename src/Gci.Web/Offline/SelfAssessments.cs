using Gci.Reports.Questionnaires;

namespace Gci.Web.Offline;

/// <summary>Takes answers from somebody's private copy into the country's response.</summary>
internal static class SelfAssessments
{
    /// <summary>What the private copy says for sure: answers taken over from the previous edition only where they were confirmed in it.</summary>
    internal static IEnumerable<ReturnedAnswer> Brought(QuestionnaireCopy now, QuestionnaireCopy own) =>
        now.Edition.Questionnaire!.Questions().Where(question => own.AnswerTo(question.Code) is { NeedsConfirmation: false } answer && (answer.Value is not null || answer.IsNotApplicable))
            .Select(question => WorkbookChanges.Brought(question, now.Edition, now.AnswerTo(question.Code), own.AnswerTo(question.Code)));
}
