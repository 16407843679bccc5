using Gci.Web.Accounts;
using Gci.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Problems;

/// <summary>Explains one code; the type of a problem leads here.</summary>
public sealed class CodeModel(Visitor visitor) : PageModel
{
    public ProblemEntry Entry { get; private set; } = null!;

    /// <summary>The key of its sentence; where that has plural forms, of the general one.</summary>
    public string SentenceKey { get; private set; } = "";

    public IActionResult OnGet(string code)
    {
        if (!ProblemCatalogue.Has(code))
        {
            return NotFound();
        }

        (Entry, SentenceKey) = (ProblemCatalogue.Entry(code, visitor.Texts), ProblemCatalogue.SentenceKey(code, visitor.Texts));
        return Page();
    }
}
