using Gci.Web.Accounts;
using Gci.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gci.Web.Pages.Account;

/// <summary>Asks for a mail with which a new password can be set. The answer and its time tell nothing about who has an account.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class ForgottenModel(ForgottenPassword forgotten, TimeProvider clock) : PageModel
{
    // Longer than looking up, making a token and writing a mail take.
    private static readonly TimeSpan s_answerAfter = TimeSpan.FromMilliseconds(400);

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public async Task<IActionResult> OnPostAsync(string? email, CancellationToken cancel)
    {
        var pause = Task.Delay(s_answerAfter, clock, cancel);
        await forgotten.SendAsync(email?.Trim() ?? "", cancel);
        await pause;
        return RedirectToPage(new { Sent = true });
    }
}
