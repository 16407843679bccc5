using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Accounts;

/// <summary>Where pages of sign-in lead.</summary>
internal static class Forwarding
{
    /// <summary>Where somebody wanted to go before signing in, never outside.</summary>
    internal static IActionResult Forward(this PageModel page, string? returnTo) =>
        page.Url.IsLocalUrl(returnTo) ? page.LocalRedirect(returnTo!) : page.RedirectToPage("/Responses/Index");

    /// <summary>The same page with what is wrong.</summary>
    internal static IActionResult Again(this PageModel page, Mistakes mistakes)
    {
        page.Response.StatusCode = mistakes.Any ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return page.Page();
    }

    /// <summary>An address with those of the values that are there.</summary>
    internal static string With(this string path, params IEnumerable<(string Name, string? Value)> values) => path + QueryString.Create(
        values.Where(value => !string.IsNullOrEmpty(value.Value)).Select(value => KeyValuePair.Create(value.Name, value.Value)));
}
