using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Accounts;

/// <summary>Who reaches the pages about accounts: those of sign-in everybody, those of administrators only them, the others whoever is signed in.</summary>
internal static class PageRights
{
    private static readonly string[] s_open = ["Code", "Forgotten", "Invitation", "Language", "Provider", "Reset", "SignIn"];

    internal static void AddAccounts(this PageConventionCollection pages)
    {
        foreach (var page in s_open)
        {
            pages.AllowAnonymousToPage($"/Account/{page}");
        }

        pages.AuthorizeFolder("/Accounts", Administration.Policy);
    }
}
