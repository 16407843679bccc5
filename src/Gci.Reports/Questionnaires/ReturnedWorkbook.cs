using System.Collections.Immutable;

namespace Gci.Reports.Questionnaires;

/// <summary>What an uploaded workbook says. Nobody has vouched for it: the service compares country and response with those it expects.</summary>
/// <param name="Questionnaire">The fingerprint of what was asked when the copy was made; see <see cref="IsOutdated"/>.</param>
/// <param name="Rows">One a question of the copy, in the questionnaire's order.</param>
public sealed record ReturnedWorkbook(
    string EditionId, string Questionnaire, bool IsOutdated, string ResponseId, string Country, string Language, ImmutableArray<ReturnedAnswer> Rows);

/// <summary>The answer to one question in an uploaded workbook.</summary>
/// <param name="BaseRevision">The revision that the copy was made of.</param>
/// <param name="IsTouched">Whether anything was changed since the copy was made; only then it is compared with the present answer.</param>
/// <param name="IsConfirmed">Whether an answer of the previous edition was marked as confirmed.</param>
/// <param name="Answer">Checked where it was touched; its revision is <paramref name="BaseRevision"/>.</param>
/// <param name="Place">Sheet and cell of the answer, such as <c>Legal measures!D9</c>.</param>
/// <param name="CommentPlace">Sheet and cell of the comment.</param>
/// <param name="ReasonPlace">Sheet and cell of the reason why it is not applicable.</param>
public sealed record ReturnedAnswer(
    string Code, int BaseRevision, bool IsTouched, bool IsConfirmed, CopiedAnswer Answer, string Place, string CommentPlace, string ReasonPlace);
