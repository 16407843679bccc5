using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>Makes several questions of one.</summary>
public sealed class SplitModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    /// <summary>How many questions a page has room for.</summary>
    public const int Parts = 3;

    public Question Question { get; private set; } = null!;

    public IReadOnlyList<NewQuestionForm> Into { get; private set; } = [.. Enumerable.Range(0, Parts).Select(_ => new NewQuestionForm())];

    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string edition, string code, CancellationToken cancel) => await FindAsync(edition, code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, string code, [FromForm(Name = "Into")] List<NewQuestionForm> into, string? reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (!await FindAsync(edition, code, cancel))
        {
            return NotFound();
        }

        (Into, Reason) = ([.. into.Concat(Into).Take(Parts)], reason);
        var step = DraftSteps.Split(code, [.. into.Where(words => !words.IsEmpty).Select(words => words.Draft())], reason);
        return await AfterAsync(await Desk.StepAsync(Visitor.Known, edition, step, cancel), "words", "draft.split.done", $"/editions/{edition}/draft?show=changed", cancel);
    }

    private async Task<bool> FindAsync(string edition, string code, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel) || Opened.Shown?.QuestionOf(code) is not { } question)
        {
            return false;
        }

        Question = question;
        return true;
    }
}
