using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Offline;

/// <summary>An uploaded workbook that was read.</summary>
/// <param name="Workbook">Null where it is refused, or where nothing in it can be read.</param>
/// <param name="Problems">What is wrong in it, by sheet and cell.</param>
public sealed record UploadedWorkbook(ReturnedWorkbook? Workbook, Origin? Origin, Refusal? Refusal, IReadOnlyList<Problem> Problems);

/// <summary>Receives a filled-in workbook; nobody has vouched for it.</summary>
public static class WorkbookIntake
{
    public const int LargestMebibytes = 10;

    /// <summary>The most that a request with a workbook may hold. Somewhat larger files are still received, so that the sender is told what is wrong.</summary>
    public const long LargestRequest = 4L * (LargestMebibytes << 20);

    /// <summary>Why nothing can be brought back to the response by this person; null where something can.</summary>
    public static Refusal? WhyNotBring(this OpenedResponse opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return opened.Response.WhyTakesNothing() ?? (opened.Pages().Any(page => opened.RightOf(page) >= Right.Suggest) ? null : new("not-editor"));
    }

    public static async Task<UploadedWorkbook> ReadAsync(IFormFile? file, OpenedResponse opened, InterfaceTexts texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        if (file is null || file.Length == 0)
        {
            return Refused(new("workbook-missing"));
        }

        if (file.Length > LargestMebibytes << 20)
        {
            return Refused(new("workbook-too-large", ("maximum", LargestMebibytes)));
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        content.Position = 0;
        var problems = new Problems();
        var workbook = QuestionnaireWorkbookReader.Read(content, file.FileName, opened.Edition, texts, problems);
        return workbook is null ? new(null, null, new("workbook-unreadable"), problems.InOrder())
            : workbook.Country != opened.Response.Country ? Refused(new("workbook-of-another-country"))
            : workbook.ResponseId != opened.Response.Id.ToString() ? Refused(new("workbook-of-another-response"))
            : new(workbook, Origin.Workbook(content.ToArray()), null, problems.InOrder());
    }

    private static UploadedWorkbook Refused(Refusal refusal) => new(null, null, refusal, []);
}
