using System.Globalization;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Reviewing;

/// <summary>
/// Carries out the plain form of a review page: every verdict and every finding that was touched is kept, whichever button was pressed. Fields are
/// named after their question, as <c>LEG-1.1.verdict</c>, and after their evidence.
/// </summary>
public sealed class ReviewForm(GciDb db, TimeProvider clock)
{
    /// <summary>What could not be kept, by question.</summary>
    public async Task<IReadOnlyList<(string Question, Refusal Refusal)>> TakeAsync(ReviewContent content, IReadOnlyList<ReviewLine> lines, IFormCollection form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(form);
        var problems = new List<(string, Refusal)>();
        foreach (var line in lines.Where(line => line.Seat is not null))
        {
            foreach (var evidence in line.Answer.Evidence.Where(evidence => form.ContainsKey($"{evidence.Item.Id}.shown")))
            {
                await FindAsync(content, line, evidence.Item, form, problems, cancel);
            }

            if (Draft(form, line.Question, content) is { } draft && Seen(form, line.Question) is { } seen && !IsUntouched(line, draft, seen)
                && await db.JudgeAsync(content.Opened, line.Question, draft, seen, clock, cancel) is { Refusal: { } refusal })
            {
                problems.Add((line.Code, refusal));
            }
        }

        return problems;
    }

    /// <summary>The verdict that the form gives on a question; null where none is chosen.</summary>
    public static VerdictDraft? Draft(IFormCollection form, Question question, ReviewContent content)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(content);
        return ReviewWords.VerdictOf(form[$"{question.Code}.verdict"]) is { } kind
            ? new(kind, kind == VerdictKind.PartlyVerified ? FormAnswers.Draft(form, question, content.Opened.Edition).Value : null, form[$"{question.Code}.note"])
            : null;
    }

    private static int? Seen(IFormCollection form, Question question) =>
        int.TryParse(form[$"{question.Code}.seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

    private static bool IsUntouched(ReviewLine line, VerdictDraft draft, int seen) => line.Mine is { } mine && line.IsMineValid && mine.Revision == seen
        && mine.Kind == draft.Kind && mine.Proven == draft.Proven && (mine.Note ?? "") == (draft.Note ?? "").ReplaceLineEndings("\n").Trim();

    private async Task FindAsync(ReviewContent content, ReviewLine line, EvidenceItem item, IFormCollection form, List<(string, Refusal)> problems, CancellationToken cancel)
    {
        var finding = new EvidenceFinding(
            Answer("reachable"), Answer("relevant"), Answer("force"), form.ContainsKey($"{item.Id}.insufficient"), form.ContainsKey($"{item.Id}.duplicate"),
            form[$"{item.Id}.note"].ToString().Trim() is { Length: > 0 } note ? note : null);
        var before = content.Found(item, line.Seat!.Value) is { } last ? Judging.Of(last) : new();
        if (finding != before && await db.JudgeEvidenceAsync(content.Opened, item, finding, clock, cancel) is { Refusal: { } refusal })
        {
            problems.Add((line.Code, refusal));
        }

        bool? Answer(string name) => form[$"{item.Id}.{name}"].ToString() switch { "yes" => true, "no" => false, _ => null };
    }
}
