using Gci.Data.Drafts;
using Gci.Editions;
using Gci.Editions.Drafting;

namespace Gci.Web.Drafting;

/// <summary>A step of the builder, to be taken on the draft as it is then.</summary>
/// <param name="Act">What it is called in the history.</param>
/// <param name="Code">The question that it is about.</param>
/// <param name="Seen">The question as somebody saw it; null where nobody looked.</param>
/// <param name="Take">The draft after it, from the edition that it makes now; null with the reasons.</param>
public sealed record DraftStep(DraftAct Act, string Code, string? Seen, Func<Edition, DraftEdition, Problems, DraftEdition?> Take);
