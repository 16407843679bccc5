using System.Diagnostics;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Gci.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Account;

/// <summary>The tokens with which programs act for the person: made here, shown once, revoked here.</summary>
public sealed class TokensModel(GciDb db, Visitor visitor, Letters letters, TimeProvider clock) : PageModel
{
    /// <summary>How long a token may work, to choose from.</summary>
    public static IReadOnlyList<int> Durations { get; } = [7, 30, 90, 180, ApiToken.LongestDays];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public List<string> Scopes { get; set; } = [];

    [BindProperty]
    public int Days { get; set; } = 90;

    /// <summary>The secret that was just made; the next time that the page is read, it is gone.</summary>
    [TempData]
    public string? Secret { get; set; }

    /// <summary>What the secret's token is called.</summary>
    [TempData]
    public string? MadeName { get; set; }

    [TempData]
    public string? RevokedName { get; set; }

    public Refusal? Refusal { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var (token, secret, refusal) = ApiToken.Issue(visitor.Known.Id, new(Name, Scopes, Days), Tokens.Count(valid => valid.IsValid(Now)), Now);
        if (token is null)
        {
            (Refusal, Response.StatusCode) = (refusal, 400);
            return Page();
        }

        db.ApiTokens.Add(token);
        letters.Queue(await db.Users.SingleAsync(user => user.Id == token.AccountId, cancel), "token-made", ("token", token.Name));
        await db.SaveChangesAsync(cancel);
        (Secret, MadeName) = (secret, token.Name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken cancel)
    {
        var found = await db.ApiTokens.FirstOrDefaultAsync(own => own.Id == token && own.AccountId == visitor.Known.Id, cancel);
        if (found is null)
        {
            return NotFound();
        }

        found.RevokedAt ??= Moment.Now(clock);
        await db.SaveChangesAsync(cancel);
        RevokedName = found.Name;
        return RedirectToPage();
    }

    /// <summary>The key of what a scope means.</summary>
    public static string KeyOf(string scope) => scope switch
    {
        Data.Accounts.Scopes.ReadResponses => "tokens.scope.responses-read",
        Data.Accounts.Scopes.WriteResponses => "tokens.scope.responses-write",
        Data.Accounts.Scopes.ReadEditions => "tokens.scope.editions-read",
        Data.Accounts.Scopes.RunEditions => "tokens.scope.editions-write",
        Data.Accounts.Scopes.WritePeople => "tokens.scope.people-write",
        Data.Accounts.Scopes.Consult => "tokens.scope.consult",
        Data.Accounts.Scopes.Submit => "tokens.scope.submit",
        _ => throw new UnreachableException(),
    };

    /// <summary>The key of how a token stands.</summary>
    public string StateOf(ApiToken token) => token.RevokedAt is not null ? "tokens.state.revoked" : token.IsValid(Now) ? "tokens.state.works" : "tokens.state.expired";

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(Refusal refusal) => refusal.Code switch { "token-scopes" => "scopes", "token-days" => "days", "token-too-many" => "list", _ => "name" };

    private async Task LoadAsync(CancellationToken cancel)
    {
        Now = Moment.Now(clock);
        var all = await db.ApiTokens.AsNoTracking().Where(token => token.AccountId == visitor.Known.Id).ToListAsync(cancel);
        Tokens = [.. all.OrderByDescending(token => token.IsValid(Now)).ThenByDescending(token => token.CreatedAt)];
    }
}
