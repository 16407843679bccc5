using Gci.Data;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Account;

/// <summary>Changes the language of the pages: of the account where somebody is signed in, otherwise of this browser.</summary>
public sealed class LanguageModel(GciDb db, Visitor visitor) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task<IActionResult> OnPostAsync(string? language, string? returnTo, CancellationToken cancel)
    {
        if (Languages.IsKnown(language))
        {
            if (visitor.Actor is { } actor)
            {
                await db.Users.Where(user => user.Id == actor.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.Language, language), cancel);
            }

            Response.Cookies.Append(Visitor.LanguageCookie, language!, new CookieOptions
            {
                Secure = true,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
        }

        return Url.IsLocalUrl(returnTo) ? LocalRedirect(returnTo!) : RedirectToPage("/Index");
    }
}
