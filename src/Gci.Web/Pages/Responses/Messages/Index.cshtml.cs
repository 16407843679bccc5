using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses.Messages;

/// <summary>The conversations of a response, and a new message.</summary>
public sealed class IndexModel(GciDb db, EditionShelf shelf, Visitor visitor, Correspondence correspondence) : PageModel
{
    public const int PageSize = 20;

    public OpenedResponse Opened { get; private set; } = null!;

    public bool IsStaff => Opened.Actor.Role.IsSecretariat();

    public Wording Wording => Opened.Edition.In(visitor.Language);

    public IReadOnlyList<ConversationState> Shown { get; private set; } = [];

    public int Total { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>Whether only questions are shown that the secretariat has not answered.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await OpenAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
        {
            return NotFound();
        }

        var question = string.IsNullOrEmpty(About) ? null : About;
        if ((IsStaff ? Audience.Secretariat : Conversation.AudienceOf(To)) is not { } audience)
        {
            Refusal = new("message-audience");
        }
        else if (await correspondence.SayAsync(Opened, question, audience, Text ?? "", cancel) is not { } said)
        {
            return NotFound();
        }
        else if (said.Refusal is null)
        {
            return LocalRedirect(new Conversation(id, question, audience).Path);
        }
        else
        {
            Refusal = said.Refusal;
        }

        Response.StatusCode = 400;
        return await ShowAsync(cancel);
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !opened.HasMessages())
        {
            return false;
        }

        Opened = opened;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var all = await db.ConversationsAsync(Opened, visitor.Texts, cancel);
        var wanted = Open ? [.. all.Where(conversation => conversation.IsWaiting)] : all;
        (Total, Waiting) = (wanted.Count, all.Count(conversation => conversation.IsWaiting));
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Shown = [.. wanted.Skip((Number - 1) * PageSize).Take(PageSize)];
        return Page();
    }
}
