using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Answering;

/// <summary>One page of the questionnaire and what is still to do on it.</summary>
/// <param name="Suggestions">How many suggestions wait for a decision.</param>
public sealed record PageStanding(QuestionPage Page, Progress Progress, int Suggestions);

/// <summary>How far a response is, for one person: the pages that are open to that person.</summary>
public sealed record Standing(IReadOnlyList<PageStanding> Pages)
{
    public Progress Total => new(Pages.Sum(row => row.Progress.Asked), Pages.Sum(row => row.Progress.Answered), Pages.Sum(row => row.Progress.ToConfirm));

    public int Suggestions => Pages.Sum(row => row.Suggestions);

    /// <summary>Questions that have no answer at all.</summary>
    public int Open => Total.Asked - Total.Answered - Total.ToConfirm;

    /// <summary>The first page that is not complete; null where all are.</summary>
    public PageStanding? Next => Pages.FirstOrDefault(row => row.Progress.State is "open" or "begun");

    public static async Task<Standing> LoadAsync(GciDb db, OpenedResponse opened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(opened);
        var pages = opened.Pages().ToArray();
        if (pages.Length == 0)
        {
            return new Standing([]);
        }

        var id = opened.Response.Id;
        var sheet = new Sheet(opened.Edition, opened.Response.Country, await db.CurrentAnswers(id).AsNoTracking().ToListAsync(cancel));
        var suggestions = opened.Actor.Role.IsRespondent() && opened.Response.IsOpen
            ? await db.Suggestions.Where(suggestion => suggestion.ResponseId == id && suggestion.State == SuggestionState.Open)
                .GroupBy(suggestion => suggestion.Question).Select(group => new { Question = group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Question, group => group.Count, cancel)
            : [];
        return new([.. pages.Select(page => new PageStanding(page, sheet.ProgressOf(page), page.Questions().Sum(question => suggestions.GetValueOrDefault(question.Code))))]);
    }
}
