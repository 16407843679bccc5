using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Responses;

/// <summary>What the reviewers sent back, for the country: each question with their reason, and what can be done with it.</summary>
public sealed class ReturnedModel(GciDb db, EditionShelf shelf, Visitor visitor, Returning returning) : PageModel
{
    private PresentReturn _present = new([], new HashSet<string>());

    public OpenedResponse Opened { get; private set; } = null!;

    /// <summary>The present or last round, in the order of the questionnaire, with the answers as they are.</summary>
    public IReadOnlyList<(ReturnedQuestion Returned, AnswerLine? Line)> Questions { get; private set; } = [];

    public (string Question, Refusal Refusal)? Mistake { get; private set; }

    /// <summary>Whether the person decides on what was sent back now.</summary>
    public bool CanDecide => Opened.IsLed && Opened.Response.State == ResponseState.Returned;

    public int Untouched => Questions.Count(row => row.Returned.Outcome == ReturnOutcome.Open && !IsChanged(row.Returned));

    public Wording Wording => Opened.Edition.In(visitor.Language);

    public bool IsChanged(ReturnedQuestion returned)
    {
        ArgumentNullException.ThrowIfNull(returned);
        return _present.IsChanged(returned);
    }

    public string? Typed(string question) => Mistake?.Question == question ? Request.Form["why"].ToString() : null;

    /// <summary>Whether a response has such a page for the person.</summary>
    internal static bool IsShownTo(OpenedResponse opened) => opened.Response is { Kind: ResponseKind.National, ReturnRound: > 0 } && opened.Actor.Role.IsRespondent() && opened.Pages().Any();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAcceptAsync(Guid id, string question, CancellationToken cancel) => DoAsync(id, question, opened => returning.AcceptAsync(opened, question, cancel), cancel);

    public Task<IActionResult> OnPostObjectAsync(Guid id, string question, string? why, CancellationToken cancel) =>
        DoAsync(id, question, opened => returning.ObjectAsync(opened, question, why, cancel), cancel);

    public Task<IActionResult> OnPostResubmitAsync(Guid id, CancellationToken cancel) => DoAsync(id, "", opened => returning.ResubmitAsync(opened, cancel), cancel);

    private async Task<IActionResult> DoAsync(Guid id, string? question, Func<OpenedResponse, Task<Refusal?>> change, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (await change(Opened) is not { } refusal)
        {
            return LocalRedirect($"/responses/{id}/returned{(string.IsNullOrEmpty(question) ? "" : $"#{question}")}");
        }

        await LoadAsync(id, cancel);
        Mistake = (question ?? "", refusal);
        Response.StatusCode = 400;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !IsShownTo(opened))
        {
            return false;
        }

        Opened = opened;
        _present = await PresentReturn.LoadAsync(db, opened.Response, cancel);
        db.ChangeTracker.Clear();
        var lines = new AnswerList(opened, await Dossier.LoadAsync(db, opened.Sight, cancel), visitor.Language).Lines().ToDictionary(line => line.Code, StringComparer.Ordinal);
        var order = opened.Pages().SelectMany(page => page.Questions()).Select(question => question.Code).ToList();
        Questions = [.. _present.Questions.Where(row => order.Contains(row.Question)).OrderBy(row => order.IndexOf(row.Question)).Select(row => (row, lines.GetValueOrDefault(row.Question)))];
        return true;
    }
}
