using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Results;

/// <summary>What one answer earns.</summary>
public static class AnswerCredit
{
    /// <summary>The credit, in [0, 1], of an answer that counts. (Method 2.1)</summary>
    /// <exception cref="KeyNotFoundException">The question is not scored.</exception>
    public static double Of(Edition edition, Question question, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(question);
        return edition.Credits[question.Code].Rule.Of(AnswerCoding.Code(question, answer, edition.ReferenceDate));
    }
}
