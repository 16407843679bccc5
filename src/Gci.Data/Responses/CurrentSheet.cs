using Gci.Editions;
using Gci.Editions.Answers;

namespace Gci.Data.Responses;

/// <summary>Reads the answers of a response as the edition understands them.</summary>
public static class CurrentSheet
{
    /// <summary>The answers with what is asked because of them. A text that its question does not take is left out.</summary>
    /// <param name="current">The revisions that count, one a question.</param>
    public static AnswerSheet SheetOf(this Edition edition, string country, IEnumerable<AnswerRevision> current) => edition.SheetOf(
        country, current.Where(answer => answer.Value is not null).Select(answer => KeyValuePair.Create(answer.Question, answer.Value!)));
}
