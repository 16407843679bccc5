using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Drafting;

/// <content>The steps that change how questions are answered, and which there are.</content>
public sealed partial class DraftEdition
{
    /// <summary>The code that a question gets which is added to a group or pillar: the next that no edition has given to anything.</summary>
    public string NextCode(string group) => StructureSteps.NextCodes(new(Id, Files, _ground), group, 1)[0];

    /// <summary>Other options for a question that has its own. Those that stay keep their credits, unless others are given.</summary>
    /// <param name="credits">The share of the points that each option earns; empty to keep and fill in.</param>
    /// <param name="reason">Why; needed where the question differs from the one of the earlier edition.</param>
    public DraftEdition? Options(string code, ImmutableArray<Option> options, IReadOnlyDictionary<string, double> credits, string reason, Problems problems) =>
        Step(change => AnswerSteps.Options(change, code, options, credits, reason), problems);

    /// <summary>Another rule for what proves an answer; null where nothing is to be proved.</summary>
    public DraftEdition? Evidence(string code, EvidencePolicy? policy, Problems problems) => Step(change => AnswerSteps.Evidence(change, code, policy), problems);

    /// <summary>Another class: who may see the answer and its evidence.</summary>
    public DraftEdition? Classify(string code, Confidentiality value, Problems problems) => Step(change => AnswerSteps.Classify(change, code, value), problems);

    /// <summary>Another condition on which a question or group is asked; null or blank for always.</summary>
    public DraftEdition? Relevant(string code, string? expression, Problems problems) => Step(change => AnswerSteps.Relevant(change, code, expression), problems);

    /// <summary>Puts a question behind another, or at the end of a group or pillar. It gets the next free code, points that are taken from those beside it, and a credit.</summary>
    /// <param name="place">The question before it, or the group or pillar around it.</param>
    public DraftEdition? Add(string place, NewQuestion question, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Step(change => StructureSteps.Add(change, place, question), problems);
    }

    /// <summary>Takes a question away, or a group with all that it holds; a group that is left empty goes as well.</summary>
    /// <param name="reason">Why; needed where an earlier edition asked it.</param>
    public DraftEdition? Remove(string code, string reason, Problems problems) => Step(change => StructureSteps.Replace(change, [code], [], reason), problems);

    /// <summary>Makes several questions of one; they share its points.</summary>
    public DraftEdition? Split(string code, IReadOnlyList<NewQuestion> into, string reason, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfLessThan(into.Count, 2, nameof(into));
        return Step(change => StructureSteps.Replace(change, [change.Question(code).Code], into, reason), problems);
    }

    /// <summary>Makes one question of several, in the place of the first; it has the points of those that stood beside it.</summary>
    public DraftEdition? Merge(IReadOnlyList<string> codes, NewQuestion into, string reason, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfLessThan(codes.Distinct().Count(), 2, nameof(codes));
        return Step(change => StructureSteps.Replace(change, [.. codes.Select(code => change.Question(code).Code)], [into], reason), problems);
    }

    /// <summary>Moves a question or group before another of its group, or behind all; its code and answers stay.</summary>
    public DraftEdition? Move(string code, string? before, Problems problems) => Step(change => StructureSteps.Move(change, code, before), problems);
}
