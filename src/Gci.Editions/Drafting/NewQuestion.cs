using System.Collections.Immutable;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Drafting;

/// <summary>A question to be put into a draft; its code follows from its place.</summary>
/// <param name="Variable">What it measures; no other question of the draft measures it.</param>
public sealed record NewQuestion(string Variable, QuestionWords Words, AnswerType Type)
{
    /// <summary>What proves the answer; null where nothing is to be proved.</summary>
    public EvidencePolicy? Evidence { get; init; }

    public Confidentiality Class { get; init; }

    /// <summary>The condition on which it is asked, such as <c>TEC-1.1 = yes</c>; null for always.</summary>
    public string? Relevant { get; init; }

    public bool IsScored { get; init; } = true;

    /// <summary>The share of the points that each option earns; options that are left out earn a share that is marked as illustrative.</summary>
    public ImmutableDictionary<string, double> Credits { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>A question that is answered, proved and seen as another is.</summary>
    public static NewQuestion Like(Question question, string variable, QuestionWords words)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new(variable, words, question.Type)
        {
            Evidence = question.Evidence,
            Class = question.Class,
            Relevant = question.Relevant is { } relevant ? relevant.ToText() : null,
            IsScored = question.IsScored,
        };
    }
}
