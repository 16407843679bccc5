using Gci.Data;
using Gci.Data.Consultation;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Consulting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Consultation;

/// <summary>The consultation on a draft edition: its whole, or one section with what is said about each question.</summary>
public sealed class IndexModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public ConsultationRecord Record { get; private set; } = null!;

    /// <summary>Null on the page about the whole.</summary>
    public QuestionPage? Section { get; private set; }

    public Edition Edition => Record.Edition;

    public Wording Wording => Edition.In(visitor.Language);

    public IReadOnlyList<QuestionPage> Sections => [.. QuestionPage.Of(Edition.Questionnaire!)];

    /// <summary>What was typed and not taken; null where nothing was.</summary>
    public ConsultationForm? Typed { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    /// <summary>Where the form for a code stands; the whole has no code.</summary>
    public static string FieldOf(string? code) => $"say-{code ?? "all"}";

    public int CountIn(QuestionPage section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var codes = section.Questions().Select(question => question.Code).ToHashSet();
        return Record.Contributions.Count(contribution => contribution.Item.Code is { } code && codes.Contains(code));
    }

    public async Task<IActionResult> OnGetAsync(string edition, string? section, CancellationToken cancel) => await LoadAsync(edition, section, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSayAsync(string edition, string? section, [FromForm] ConsultationForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!await LoadAsync(edition, section, cancel) || !IsHere(form.Code))
        {
            return NotFound();
        }

        var said = await db.SayAsync(visitor.Known, Edition.Id, form.Code, form.Kind, form.Text, form.Proposed, clock, cancel);
        if (said.Refusal is { } refusal)
        {
            Typed = form;
            return this.Again(Mistakes = Mistakes.Of(FieldOf(form.Code), refusal, visitor.Texts));
        }

        return LocalRedirect($"{Request.Path}#c-{said.Value!.Id}");
    }

    public Task<IActionResult> OnPostWithdrawAsync(string edition, string? section, Guid item, CancellationToken cancel) =>
        ChangeAsync(edition, section, item, found => found.Withdraw(visitor.Known, Moment.Now(clock)), cancel);

    public Task<IActionResult> OnPostResolveAsync(string edition, string? section, Guid item, ConsultationOutcome outcome, string? answer, CancellationToken cancel) =>
        ChangeAsync(edition, section, item, found => found.Resolve(visitor.Known, outcome, answer, Moment.Now(clock)), cancel);

    private async Task<IActionResult> ChangeAsync(string edition, string? section, Guid item, Func<ConsultationItem, Refusal?> change, CancellationToken cancel)
    {
        if (!await LoadAsync(edition, section, cancel) || await db.ChangeAsync(edition, item, change, cancel) is not { } changed)
        {
            return NotFound();
        }

        return changed.Refusal is { } refusal
            ? this.Again(Mistakes = Mistakes.Of($"c-{item}", refusal, visitor.Texts))
            : LocalRedirect($"{Request.Path}#{(Record.Contributions.Any(found => found.Item.Id == item) && changed.Value!.WithdrawnAt is null ? $"c-{item}" : "main")}");
    }

    private bool IsHere(string? code) => code is null ? Section is null : Section?.Questions().Any(question => question.Code == code) == true;

    private async Task<bool> LoadAsync(string edition, string? section, CancellationToken cancel)
    {
        if (!shelf.Has(edition) || !ConsultationItem.MayTakePart(visitor.Known))
        {
            return false;
        }

        Record = await ConsultationRecord.LoadAsync(db, shelf.Edition(edition), visitor.Known, visitor.Texts, cancel);
        Section = Sections.FirstOrDefault(page => page.Code == section);
        return section is null || Section is not null;
    }
}

/// <summary>What somebody says.</summary>
public sealed class ConsultationForm
{
    public string? Code { get; set; }

    public ConsultationKind Kind { get; set; }

    public string? Text { get; set; }

    public string? Proposed { get; set; }
}
