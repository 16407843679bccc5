using Gci.Data;
using Gci.Web.Api;

namespace Gci.Web.Running;

internal static class RunRefusals
{
    /// <summary>The status of a page that shows a refusal: the same as programs get.</summary>
    internal static int StatusOf(Refusal refusal) => ProblemCatalogue.StatusOf(refusal.Code);
}
