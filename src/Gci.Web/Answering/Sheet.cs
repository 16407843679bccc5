using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Answering;

/// <summary>The current answers of a response, with what is asked because of them.</summary>
public sealed class Sheet
{
    private readonly ImmutableDictionary<string, AnswerRevision> _current;
    private readonly AnswerSight? _sight;

    /// <param name="current">The revisions that count, one a question.</param>
    /// <param name="sight">What of them reaches whoever reads; null where nobody does.</param>
    public Sheet(Edition edition, string country, IEnumerable<AnswerRevision> current, AnswerSight? sight = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(current);
        _sight = sight;
        _current = current.ToImmutableDictionary(answer => answer.Question);
        Answers = edition.SheetOf(country, _current.Values);
    }

    public AnswerSheet Answers { get; }

    /// <summary>Null where the question was never answered.</summary>
    public AnswerRevision? Current(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var answer = _current.GetValueOrDefault(question.Code);
        return _sight is null ? answer : _sight.Of(answer);
    }

    public Progress ProgressOf(QuestionPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var asked = page.Questions().Where(question => Answers.IsActive(question.Code)).ToArray();
        return new(
            asked.Length,
            asked.Count(question => Current(question) is { IsAnswered: true, NeedsConfirmation: false }),
            asked.Count(question => Current(question) is { NeedsConfirmation: true }));
    }
}

/// <summary>How far a page is: questions that are asked, that have an answer, and that have one to confirm.</summary>
public sealed record Progress(int Asked, int Answered, int ToConfirm)
{
    public string State => Asked == 0 ? "not-asked" : Answered == Asked ? "done" : Answered + ToConfirm > 0 ? "begun" : "open";
}
