using Gci.Data;
using Gci.Data.Responses;

namespace Gci.Web.Answering;

/// <summary>One page of the questionnaire and what is still to do on it.</summary>
/// <param name="Suggestions">How many suggestions wait for a decision.</param>
/// <param name="EvidenceMissing">How many answers lack evidence, and a comment that says why.</param>
public sealed record PageStanding(QuestionPage Page, Progress Progress, int Suggestions, int EvidenceMissing);

/// <summary>How far a response is, for one person: the pages that are open to that person.</summary>
public sealed record Standing(IReadOnlyList<PageStanding> Pages)
{
    public Progress Total => new(Pages.Sum(row => row.Progress.Asked), Pages.Sum(row => row.Progress.Answered), Pages.Sum(row => row.Progress.ToConfirm));

    public int Suggestions => Pages.Sum(row => row.Suggestions);

    public int EvidenceMissing => Pages.Sum(row => row.EvidenceMissing);

    /// <summary>Questions that have no answer at all.</summary>
    public int Open => Total.Asked - Total.Answered - Total.ToConfirm;

    /// <summary>The first page that is not complete; null where all are.</summary>
    public PageStanding? Next => Pages.FirstOrDefault(row => row.Progress.State is "open" or "begun");

    public static async Task<Standing> LoadAsync(GciDb db, OpenedResponse opened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var pages = opened.Pages().ToArray();
        if (pages.Length == 0)
        {
            return new Standing([]);
        }

        var completeness = Completeness.Of(opened.Edition, opened.Response.Country, await Dossier.LoadAsync(db, opened.Sight, cancel));
        var findings = completeness.Findings.Where(opened.Sight.Shows).ToLookup(finding => finding.Question, StringComparer.Ordinal);
        return new([.. pages.Select(page => Of(page, completeness, findings))]);
    }

    private static PageStanding Of(QuestionPage page, Completeness completeness, ILookup<string, Finding> findings)
    {
        var asked = page.Questions().Select(question => question.Code).Where(completeness.Sheet.IsActive).ToArray();
        var found = asked.SelectMany(code => findings[code]).ToLookup(finding => finding.Kind);
        var (open, toConfirm) = (found[FindingKind.Unanswered].Count(), found[FindingKind.Unconfirmed].Count());
        return new(
            page, new(asked.Length, asked.Length - open - toConfirm, toConfirm), found[FindingKind.OpenSuggestion].Sum(finding => finding.Count), found[FindingKind.EvidenceMissing].Count());
    }
}
