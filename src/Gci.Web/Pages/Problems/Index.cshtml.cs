using Gci.Web.Accounts;
using Gci.Web.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Problems;

/// <summary>Every code that an error of the service can carry.</summary>
public sealed class IndexModel(Visitor visitor) : PageModel
{
    public IReadOnlyList<ProblemEntry> Entries { get; private set; } = [];

    public void OnGet() => Entries = [.. ProblemCatalogue.Codes.Select(code => ProblemCatalogue.Entry(code, visitor.Texts))];
}
