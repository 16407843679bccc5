using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>The texts of a question beside their translation into one language.</summary>
public sealed class LanguageModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    public Question Question { get; private set; } = null!;

    public string Language { get; private set; } = "";

    /// <summary>The question as it is translated from.</summary>
    public string Seen { get; private set; } = "";

    public IReadOnlyList<TranslationRow> Rows { get; private set; } = [];

    public bool CanChange => Opened.WhyNot is null && Opened.Shelved.Now is not null;

    public async Task<IActionResult> OnGetAsync(string edition, string code, string language, CancellationToken cancel) =>
        await FindAsync(edition, code, language, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, string code, string language, string? seen, [FromForm(Name = "Lines")] List<TranslationLine> lines, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (!await FindAsync(edition, code, language, cancel))
        {
            return NotFound();
        }

        var drafts = lines.Where(line => line.Key is not null).Select(line => new TranslationDraft(line.Key!, (line.Text ?? "").ReplaceLineEndings("\n").Trim(), line.Approved)).ToList();
        var present = Rows.ToDictionary(row => row.Key);

        // What stands there already is not written once more: an inherited translation goes on being inherited.
        var changed = drafts.Where(draft => present.TryGetValue(draft.Key, out var row) && (row.Text, row.IsApproved) != (draft.Text, draft.IsApproved) && (draft.Text.Length > 0 || row.Text.Length > 0)).ToList();
        Rows = [.. Rows.Select(row => drafts.Find(draft => draft.Key == row.Key) is { } typed ? row with { Text = typed.Text, IsApproved = typed.IsApproved } : row)];
        var outcome = await Desk.StepAsync(Visitor.Known, edition, DraftSteps.Translate(code, language, changed, seen), cancel);
        return await AfterAsync(outcome, "main", "draft.saved", $"/editions/{edition}/draft/questions/{code}/{language}", cancel);
    }

    private async Task<bool> FindAsync(string edition, string code, string language, CancellationToken cancel)
    {
        if (!Languages.IsKnown(language) || language == Languages.Source || !await OpenAsync(edition, cancel) || Opened.Shown?.QuestionOf(code) is not { } question)
        {
            return false;
        }

        (Question, Language, Seen) = (question, language, QuestionMark.Of(Opened.Shown!, code));
        Rows =
        [
            .. TranslatedTexts.Of(Opened.Shown!, question, language).Select(field => new TranslationRow(
                field.Key, field.English, field.Translation.State, field.Translation.IsFallback ? "" : field.Translation.Text, field.Translation.State == TranslationState.Approved)),
        ];
        return true;
    }
}

/// <summary>A text beside its translation, as it stands on the page.</summary>
public sealed record TranslationRow(string Key, string English, TranslationState State, string Text, bool IsApproved)
{
    public bool IsToDo => State is TranslationState.Missing or TranslationState.Stale;
}

/// <summary>What was typed.</summary>
public sealed class TranslationLine
{
    public string? Key { get; set; }

    public string? Text { get; set; }

    public bool Approved { get; set; }
}
