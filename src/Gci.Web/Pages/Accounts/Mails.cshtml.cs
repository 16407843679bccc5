using Gci.Data;
using Gci.Data.Mailing;
using Gci.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Accounts;

/// <summary>Mails that did not go out, why, and another try; what they say is not shown, for it may open an account.</summary>
public sealed class MailsModel(GciDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<QueuedMail> Rows { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public static bool IsGivenUp(QueuedMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.Attempts >= MailDelivery.MostAttempts;
    }

    public async Task OnGetAsync(CancellationToken cancel, int p = 1)
    {
        var failed = db.Mails.AsNoTracking().Failed();
        (Number, Total) = (Math.Clamp(p, 1, 100_000), await failed.CountAsync(cancel));
        Rows = await failed.OrderByDescending(mail => mail.CreatedAt).ThenBy(mail => mail.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Mails.Failed().FirstOrDefaultAsync(mail => mail.Id == id, cancel) is { } mail)
        {
            mail.TryAgain(Moment.Now(clock));
            await db.SaveChangesAsync(cancel);
        }

        return RedirectToPage();
    }
}
