using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>
/// One page of questions. It is one plain form: whatever its button, all answers are saved first, by the same revisions as the script does it
/// one by one. A form without the session's token is shown again with all that was typed, not refused.
/// </summary>
[UploadForm]
[IgnoreAntiforgeryToken]
public sealed class SectionModel(GciDb db, EditionShelf shelf, Visitor visitor, SectionForm forms, IAntiforgery antiforgery, ServiceOptions options) : PageModel
{
    private ConditionWording? _conditions;
    private IFormCollection? _form;

    public SectionContent Shown { get; private set; } = null!;

    public OpenedResponse Opened => Shown.Opened;

    public QuestionPage Section => Shown.Page;

    public Wording Wording => Opened.Edition.In(visitor.Language);

    public long LargestFile => options.LargestFile;

    /// <summary>For how many seconds the session lasts if nothing happens, and for how many after it was renewed; the script warns before.</summary>
    public string Session { get; private set; } = "";

    /// <summary>What of the form could not be done.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    /// <summary>The form of somebody whose session has ended, to be sent again after sign-in; null otherwise.</summary>
    public IFormCollection? Kept { get; private set; }

    /// <summary>Why the whole form was not taken; null where it was.</summary>
    public string? Mistake { get; private set; }

    public QuestionPage? Before => Opened.Pages().TakeWhile(page => page.Code != Section.Code).LastOrDefault();

    public QuestionPage? After => Opened.Pages().SkipWhile(page => page.Code != Section.Code).Skip(1).FirstOrDefault();

    /// <param name="part">A question of which alone the page is wanted, as the script asks for it.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string section, string? part, CancellationToken cancel)
    {
        if (visitor.Actor is null)
        {
            return Challenge();
        }

        if (!await LoadAsync(id, section, cancel))
        {
            return NotFound();
        }

        return part is null ? Page()
            : Section.Questions().FirstOrDefault(question => question.Code == part) is { } question ? Partial("_Question", View(question))
            : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string section, CancellationToken cancel)
    {
        if (visitor.Actor is null)
        {
            return await KeepAsync(cancel);
        }

        if (!await LoadAsync(id, section, cancel))
        {
            return NotFound();
        }

        _form = await Request.ReadFormAsync(cancel);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            Mistake = visitor.Texts["section.other-session"];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var button = FormButton.Of(_form["go"]);
        var problems = await forms.TakeAsync(Shown, _form, button, cancel);
        if (problems.Count == 0)
        {
            return LocalRedirect(Next(button));
        }

        await LoadAsync(id, section, cancel);
        Problems = problems;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public QuestionView View(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        _conditions ??= Shown.Sheet.Answers.IsActive(question.Code) ? null : new(Opened.Edition.Questionnaire!, Wording, visitor.Texts);
        return new(Shown, question, visitor.Texts, [.. Problems.Where(problem => problem.Question == question.Code)], _form)
        {
            IsSentBack = Mistake is not null,
            Reason = Shown.NotAsked(question) is { } item ? _conditions?.Of(item) : null,
        };
    }

    // Only what our own page sent is given back: another site must not put its words before somebody who then signs in.
    private async Task<IActionResult> KeepAsync(CancellationToken cancel)
    {
        var isOurs = Request.Headers["Sec-Fetch-Site"] == "same-origin" || Request.Headers.Origin == $"{Request.Scheme}://{Request.Host}";
        if (!isOurs)
        {
            return Challenge();
        }

        Kept = await Request.ReadFormAsync(cancel);
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    private string Next(FormButton button)
    {
        var tasks = $"/responses/{Opened.Response.Id}";
        return button.Verb switch
        {
            "next" when After is { } after => $"{tasks}/sections/{after.Code}",
            "next" or "list" => tasks,
            _ => $"{tasks}/sections/{Section.Code}{(Shown.Holding(button.Subject) is { } question ? $"#{question.Code}" : "")}",
        };
    }

    private async Task<bool> LoadAsync(Guid id, string section, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || opened.Pages().FirstOrDefault(page => page.Code == section) is not { } found)
        {
            return false;
        }

        Shown = await SectionContent.LoadAsync(db, opened, found, cancel);
        Session = await SessionLength.OfAsync(HttpContext);
        return true;
    }
}
