using Gci.Data;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Submitting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>Check your answers: everything that was answered, what stands in the way of submission, and the certificate.</summary>
public sealed class CheckModel(GciDb db, EditionShelf shelf, Visitor visitor, Submission submission) : PageModel
{
    private static readonly (string Code, string Field)[] s_fields =
        [("certify-name", "name"), ("certify-office", "office"), ("certify-unanswered", "unanswered"), ("certify-declaration", "declared")];

    public OpenedResponse Opened { get; private set; } = null!;

    public AnswerList Answers { get; private set; } = null!;

    /// <summary>What the person saw: it goes back with the certificate.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>What was just typed, where it could not be submitted.</summary>
    public Certificate Typed { get; private set; } = new(null, null, false, 0, null);

    /// <summary>What is wrong with the certificate, by field; a field is empty where it is about the whole.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Mistakes { get; private set; } = [];

    /// <summary>Whether only the questions with findings are listed.</summary>
    public bool OnlyFindings { get; private set; }

    /// <summary>The pillar that is listed; null for all.</summary>
    public string? Pillar { get; private set; }

    public bool CanCertify => Opened is { IsLed: true, Response.WaitsForCertificate: true };

    public string? MistakeOf(string field) => Mistakes.Where(mistake => mistake.Field == field).Select(mistake => mistake.Sentence).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(Guid id, string? only, string? pillar, CancellationToken cancel)
    {
        (OnlyFindings, Pillar) = (only == "findings", pillar);
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid id, string? name, string? office, string? declared, int? unanswered, string? content, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Typed = new(name, office, declared is not null, unanswered ?? 0, content);
        if (CanCertify && Typed.Content == Shown && Answers.Whole.Blocking == 0)
        {
            Mistakes = [.. Typed.Mistakes(Answers.Whole.Unanswered).Select(mistake => (FieldOf(mistake), visitor.Texts.Of(mistake)))];
        }

        if (Mistakes.Count == 0)
        {
            if (await submission.CertifyAsync(Opened, Typed, cancel) is not { } refusal)
            {
                return LocalRedirect($"/responses/{id}/receipt");
            }

            // What is shown now may be newer than what was read before.
            await LoadAsync(id, cancel);
            Mistakes = [(FieldOf(refusal), visitor.Texts.Of(refusal))];
        }

        Response.StatusCode = 400;
        return Page();
    }

    private static string FieldOf(Refusal refusal) => s_fields.FirstOrDefault(field => field.Code == refusal.Code).Field ?? "";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !opened.Pages().Any())
        {
            return false;
        }

        var dossier = await Dossier.LoadAsync(db, opened.Sight, cancel);
        (Opened, Answers, Shown) = (opened, new(opened, dossier, visitor.Language), dossier.Content());
        return true;
    }
}
