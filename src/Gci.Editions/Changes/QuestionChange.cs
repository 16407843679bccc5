using System.Collections.Immutable;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>What became of a question, or of several that belong together.</summary>
/// <param name="Before">What was asked, in its order; none for a new question.</param>
/// <param name="After">What is asked; none for a question that was dropped.</param>
/// <param name="Parts">What differs, where one question became one.</param>
/// <param name="Reasons">What the migration maps say about it, the earliest edition first.</param>
/// <param name="Pillar">The code of the pillar in which it stands, or stood.</param>
public sealed record QuestionChange(
    QuestionChangeKind Kind, ImmutableArray<Question> Before, ImmutableArray<Question> After, ChangedParts Parts, ImmutableArray<ChangeReason> Reasons, string Pillar)
{
    /// <summary>The question before and after, where one became one.</summary>
    public (Question Before, Question After)? Pair => (Before, After) is ([var before], [var after]) ? (before, after) : null;

    /// <summary>The codes before, then those after, each once; what names the change.</summary>
    public IEnumerable<string> Codes => Before.Concat(After).Select(question => question.Code).Distinct();
}

/// <summary>Why a question was changed.</summary>
/// <param name="Edition">The edition whose migration map says it.</param>
public sealed record ChangeReason(string Edition, MigrationKind Kind, string Text);

/// <summary>What became of a question.</summary>
public enum QuestionChangeKind
{
    /// <summary>Nothing about it differs.</summary>
    Same,

    /// <summary>One question became one that differs.</summary>
    Changed,

    /// <summary>One became several.</summary>
    Split,

    /// <summary>Several became one.</summary>
    Merged,

    /// <summary>Several became several others, over more than one edition.</summary>
    Regrouped,

    /// <summary>It is asked no longer.</summary>
    Dropped,

    /// <summary>It was not asked before.</summary>
    New,
}

/// <summary>What differs between a question before and after.</summary>
[Flags]
public enum ChangedParts
{
    None = 0,

    /// <summary>Title, text or help.</summary>
    Words = 1,

    /// <summary>The options, or what kind of answer is wanted.</summary>
    Answer = 2,

    /// <summary>What proves an answer.</summary>
    Evidence = 4,

    /// <summary>Who may see an answer.</summary>
    Class = 8,

    /// <summary>When it is asked.</summary>
    Condition = 16,

    /// <summary>Its group, or its place among the others.</summary>
    Place = 32,

    /// <summary>Whether it earns points.</summary>
    Scoring = 64,

    /// <summary>What a reviewer looks for.</summary>
    Guide = 128,

    /// <summary>Its code.</summary>
    Code = 256,
}
