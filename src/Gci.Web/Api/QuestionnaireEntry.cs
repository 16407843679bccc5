using System.Text.Json.Serialization;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Api;

/// <summary>What an edition asks, in one language.</summary>
/// <param name="Edition">The id of the edition.</param>
/// <param name="Hash">SHA-256 over all files that define it, in hexadecimal.</param>
/// <param name="Language">The language that was asked for.</param>
/// <param name="EvidenceKinds">The kinds of document that can prove an answer.</param>
/// <param name="Sections">One a pillar, in the order in which they are asked.</param>
public sealed record QuestionnaireEntry(string Edition, string Hash, string Language, IReadOnlyList<KindEntry> EvidenceKinds, IReadOnlyList<SectionEntry> Sections);

/// <summary>A kind of document that can prove an answer.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">What people read.</param>
public sealed record KindEntry(string Code, Words Title);

/// <summary>The part of a questionnaire that belongs to one pillar.</summary>
/// <param name="Code">The code of the pillar.</param>
/// <param name="Title">The name of the pillar.</param>
/// <param name="Introduction">What people read before they begin.</param>
/// <param name="Items">Groups and questions. The items directly below a section are the pages on which people answer.</param>
public sealed record SectionEntry(string Code, Words Title, Words Introduction, IReadOnlyList<ItemEntry> Items);

/// <summary>A group of items or a question.</summary>
/// <param name="Code">Stable for ever and never reused, such as TEC-1.2.</param>
/// <param name="Variable">What is measured; the same over editions even where the code changes.</param>
/// <param name="Title">A short label.</param>
/// <param name="Text">The question itself, or what the group is about.</param>
/// <param name="Condition">When it is asked, as an expression over earlier answers; null for always.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(GroupEntry), "group")]
[JsonDerivedType(typeof(QuestionEntry), "question")]
public abstract record ItemEntry(string Code, string Variable, Words Title, Words Text, string? Condition);

/// <summary>Items that belong together: an indicator, a sub-indicator.</summary>
/// <param name="Code">Stable for ever and never reused, such as TEC-1.</param>
/// <param name="Variable">What is measured; the same over editions even where the code changes.</param>
/// <param name="Title">A short label.</param>
/// <param name="Text">What the group is about.</param>
/// <param name="Condition">When its items are asked, as an expression over earlier answers; null for always.</param>
/// <param name="Items">Groups and questions below it.</param>
public sealed record GroupEntry(string Code, string Variable, Words Title, Words Text, string? Condition, IReadOnlyList<ItemEntry> Items)
    : ItemEntry(Code, Variable, Title, Text, Condition);

/// <summary>What is asked.</summary>
/// <param name="Code">Stable for ever and never reused, such as TEC-1.2.</param>
/// <param name="Variable">What is measured; the same over editions even where the code changes.</param>
/// <param name="Title">A short label.</param>
/// <param name="Text">The question itself.</param>
/// <param name="Condition">When it is asked, as an expression over earlier answers; null for always.</param>
/// <param name="Help">What counts and what does not.</param>
/// <param name="Answer">What kind of answer it takes.</param>
/// <param name="Evidence">What proves the answer; null where nothing is to be proved.</param>
/// <param name="Confidentiality">Who may see the answer.</param>
/// <param name="Scored">Whether the answer earns points.</param>
public sealed record QuestionEntry(
    string Code, string Variable, Words Title, Words Text, string? Condition, Words Help, AnswerFormat Answer, EvidenceEntry? Evidence,
    Confidentiality Confidentiality, bool Scored)
    : ItemEntry(Code, Variable, Title, Text, Condition);

/// <summary>What proves an answer.</summary>
/// <param name="When">Codes of the options that need evidence; empty where every answer does.</param>
/// <param name="Minimum">How many pieces at least.</param>
/// <param name="Maximum">How many pieces at most.</param>
/// <param name="Accept">Whether links, files or both are taken.</param>
/// <param name="Kinds">Codes of the kinds of document that count.</param>
public sealed record EvidenceEntry(IReadOnlyList<string> When, int Minimum, int Maximum, IReadOnlyList<EvidenceForm> Accept, IReadOnlyList<string> Kinds);
