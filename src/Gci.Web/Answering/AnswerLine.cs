using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.Answering;

/// <summary>A question in a list of answers: what was answered, in words, and what is to be looked at.</summary>
/// <param name="Page">The code of the page that asks it.</param>
/// <param name="Said">The answer in words; in a language only where that is known.</param>
/// <param name="State">The last word of its text's key: <c>answered</c>, <c>unanswered</c>, <c>not-applicable</c>, <c>unconfirmed</c>, <c>withheld</c>.</param>
public sealed record AnswerLine(
    Question Question, string Page, Phrase Title, Phrase? Said, AnswerRevision? Current, string State, ImmutableArray<EvidenceLine> Evidence,
    ImmutableArray<Finding> Findings)
{
    public string Code => Question.Code;

    public string? Reason => Current?.Reason;

    public string? Comment => Current?.Comment;
}

/// <summary>A piece of evidence in a list.</summary>
/// <param name="File">Null for a link.</param>
public sealed record EvidenceLine(EvidenceItem Item, Phrase Kind, StoredFile? File);

/// <summary>The pages of one pillar with their lines.</summary>
public sealed record PillarLines(string Pillar, ImmutableArray<(QuestionPage Page, ImmutableArray<AnswerLine> Lines)> Pages);

/// <summary>A finding with the line that it is about.</summary>
public sealed record FoundLine(Finding Finding, AnswerLine Line);
