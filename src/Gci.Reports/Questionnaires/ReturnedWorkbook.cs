using System.Collections.Immutable;

namespace Gci.Reports.Questionnaires;

/// <summary>What an uploaded workbook says. Nobody has vouched for it: the service compares country and response with those it expects.</summary>
/// <param name="Questionnaire">The fingerprint of what was asked when the copy was made; see <see cref="IsOutdated"/>.</param>
/// <param name="Rows">One a question of the copy that can be read, in the questionnaire's order.</param>
public sealed record ReturnedWorkbook(
    string EditionId, string Questionnaire, bool IsOutdated, string ResponseId, string Country, string Language, ImmutableArray<ReturnedAnswer> Rows);

/// <summary>What somebody brings for one question: from a workbook, or from another response.</summary>
/// <param name="BaseRevision">The revision that it was made from.</param>
/// <param name="LinksBase">The fingerprint of the links that it was made from.</param>
/// <param name="IsTouched">Whether the answer, its reason or comment was changed since; only then it is compared with the present one.</param>
/// <param name="AreLinksTouched">The same of its links.</param>
/// <param name="IsConfirmed">Whether an answer of the previous edition was marked as confirmed.</param>
/// <param name="Answer">Checked where it was touched; its revision is <paramref name="BaseRevision"/>.</param>
/// <param name="Places">Where it stands in the workbook; null where it comes from none.</param>
public sealed record ReturnedAnswer(
    string Code, int BaseRevision, string LinksBase, bool IsTouched, bool AreLinksTouched, bool IsConfirmed, CopiedAnswer Answer, AnswerPlaces? Places);

/// <summary>Sheet and cell of each part of an answer, such as <c>Legal measures!D9</c>.</summary>
/// <param name="Links">One a link.</param>
public sealed record AnswerPlaces(string Value, string Comment, string Reason, ImmutableArray<string> Links);
