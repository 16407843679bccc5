using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages;

/// <summary>Says what went wrong, whatever it was.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    /// <summary>The kind of problem, as it stands in the keys of the texts.</summary>
    public string Kind { get; private set; } = "failed";

    public void OnGet(int status = 500) => Say(status);

    public void OnPost(int status = 500) => Say(status);

    private void Say(int status) => Kind = (Response.StatusCode >= 400 ? Response.StatusCode : status) switch
    {
        404 => "missing",
        429 => "too-many",
        413 => "large",
        400 => "form",
        423 => "file",
        503 => "unavailable",
        _ => "failed",
    };
}
