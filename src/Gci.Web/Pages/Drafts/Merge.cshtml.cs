using Gci.Editions.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>Makes one question of several that stand beside each other.</summary>
public sealed class MergeModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The questions that can be merged with the first: those of its pillar.</summary>
    public IReadOnlyList<Question> Near { get; private set; } = [];

    public NewQuestionForm Into { get; private set; } = new();

    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string edition, [FromQuery] string[] codes, CancellationToken cancel) => await FindAsync(edition, codes, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string edition, [FromForm(Name = "codes")] string[] chosen, [FromForm(Name = "Into")] NewQuestionForm into, string? reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (!await FindAsync(edition, chosen, cancel))
        {
            return NotFound();
        }

        (Into, Reason) = (into, reason);
        var outcome = await Desk.StepAsync(Visitor.Known, edition, DraftSteps.Merge(Codes, into.Draft(), reason), cancel);
        return await AfterAsync(outcome, "words", "draft.merge.done", $"/editions/{edition}/draft?show=changed", cancel);
    }

    private async Task<bool> FindAsync(string edition, string[] codes, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel) || Opened.Shown is not { Questionnaire: { } questionnaire } shown || !codes.All(DraftPlaces.CodesOf(Opened).Contains))
        {
            return false;
        }

        var section = codes.Length == 0 ? questionnaire.Sections[0] : DraftPlaces.SectionOf(shown, codes[0]);
        (Codes, Near) = (codes, [.. new Questionnaire([section], questionnaire.EvidenceKinds).Questions()]);
        return true;
    }
}
