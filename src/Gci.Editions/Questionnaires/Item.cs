using System.Collections.Immutable;
using Gci.Editions.Expressions;

namespace Gci.Editions.Questionnaires;

/// <summary>A place in the questionnaire: a group of items or a question.</summary>
/// <param name="Code">Stable for ever and never reused, such as <c>TEC-1.2</c>.</param>
/// <param name="Variable">What is measured, the same over editions even where the code changes.</param>
/// <param name="Title">A short label.</param>
/// <param name="Relevant">When it is asked; null for always. An item is asked only if all groups around it are.</param>
/// <param name="Line">Where it is defined.</param>
public abstract record Item(string Code, string Variable, string Title, string Text, Expression? Relevant, int Line);

/// <summary>Items that belong together: an indicator, a sub-indicator.</summary>
public sealed record ItemGroup(string Code, string Variable, string Title, string Text, Expression? Relevant, int Line, ImmutableArray<Item> Items)
    : Item(Code, Variable, Title, Text, Relevant, Line);

/// <summary>What is asked.</summary>
/// <param name="Text">The question itself.</param>
/// <param name="Help">What counts and what does not.</param>
/// <param name="Evidence">What proves the answer; null where nothing is to be proved.</param>
/// <param name="Guide">What a reviewer looks for; never shown to respondents.</param>
/// <param name="IsScored">Whether the answer earns points.</param>
public sealed record Question(
    string Code,
    string Variable,
    string Title,
    string Text,
    Expression? Relevant,
    int Line,
    string Help,
    AnswerType Type,
    EvidencePolicy? Evidence,
    Confidentiality Class,
    string Guide,
    bool IsScored)
    : Item(Code, Variable, Title, Text, Relevant, Line);

/// <summary>Who may see an answer and its evidence.</summary>
public enum Confidentiality
{
    /// <summary>May be published.</summary>
    Public,

    /// <summary>Only totals over countries are published.</summary>
    Aggregate,

    /// <summary>Seen by the secretariat's reviewers.</summary>
    Secretariat,

    /// <summary>Seen by named reviewers only.</summary>
    Restricted,
}

/// <summary>What proves an answer.</summary>
/// <param name="When">Options that need evidence; empty where every answer does.</param>
/// <param name="Minimum">How many pieces are needed at least.</param>
/// <param name="Maximum">How many pieces are taken at most.</param>
/// <param name="Accept">Whether links, files or both are taken.</param>
/// <param name="Kinds">Codes of the kinds of document that count.</param>
public sealed record EvidencePolicy(
    ImmutableArray<string> When, int Minimum, int Maximum, ImmutableArray<EvidenceForm> Accept, ImmutableArray<string> Kinds);

/// <summary>How a piece of evidence is given.</summary>
public enum EvidenceForm
{
    Link,
    File,
}

/// <summary>A kind of document that can prove an answer.</summary>
public sealed record EvidenceKind(string Code, string Title);
