using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Responses.Messages;

/// <summary>One conversation in the order in which it was written, its end first on the last page.</summary>
public sealed class ThreadModel(GciDb db, EditionShelf shelf, Visitor visitor, Correspondence correspondence) : PageModel
{
    public const int PageSize = 50;

    public OpenedResponse Opened { get; private set; } = null!;

    public Conversation About { get; private set; } = null!;

    public Wording Wording => Opened.Edition.In(visitor.Language);

    public IReadOnlyList<Message> Messages { get; private set; } = [];

    public Authors Authors { get; private set; } = null!;

    public int Total { get; private set; }

    /// <summary>1 for the newest messages.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? Text { get; set; }

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string audience, string? question, CancellationToken cancel) =>
        await OpenAsync(id, audience, question, cancel) ? await ShowAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string audience, string? question, CancellationToken cancel)
    {
        if (!await OpenAsync(id, audience, question, cancel) || await correspondence.SayAsync(Opened, question, About.Audience, Text ?? "", cancel) is not { } said)
        {
            return NotFound();
        }

        if (said.Refusal is null)
        {
            return LocalRedirect($"{About.Path}#last");
        }

        (Refusal, Response.StatusCode) = (said.Refusal, 400);
        return await ShowAsync(cancel);
    }

    private async Task<bool> OpenAsync(Guid id, string word, string? question, CancellationToken cancel)
    {
        if (Conversation.AudienceOf(word) is not { } audience
            || await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !opened.Takes(question, audience))
        {
            return false;
        }

        (Opened, About) = (opened, new(id, question, audience));
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var messages = db.Messages.AsNoTracking().In(About);
        Total = await messages.CountAsync(cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Messages = [.. (await messages.OrderByDescending(message => message.At).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancel)).OrderBy(message => message.At)];
        Authors = await Authors.LoadAsync(db, Messages.Select(message => message.By), Opened.Actor, visitor.Texts, cancel);
        return Page();
    }
}
