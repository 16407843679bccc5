using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Gci.Web.Files;

/// <summary>Gives files to those who may read them, so that no browser opens one as a page of this service.</summary>
internal static class FileDownload
{
    /// <summary>
    /// The file, if the person may read the section that it is evidence for; null looks the same as unknown. What was removed stays
    /// readable to those of the country who may edit the section.
    /// </summary>
    internal static async Task<StoredFile?> FindAsync(GciDb db, OpenedResponse opened, Guid id, CancellationToken cancel)
    {
        var response = opened.Response.Id;
        var attached = opened.Actor.Role.IsSecretariat() ? db.Present(opened.Sight) : db.Evidence.Where(item => item.ResponseId == response);
        var evidence = await attached.AsNoTracking().Where(item => item.FileId == id).ToListAsync(cancel);
        return evidence.Any(item => opened.Edition.QuestionOf(item.Question) is not null && opened.Sight.Reads(item.Question)
            && opened.RightOf(QuestionPage.Holding(opened.Edition.Questionnaire!, item.Question)) >= (item.RemovedAt is null || opened.Actor.Role.IsSecretariat() ? Right.View : Right.Edit))
            ? await db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id && file.ResponseId == response, cancel)
            : null;
    }

    /// <summary>Why nobody gets the file now; null where it is given.</summary>
    internal static Refusal? WhyNot(StoredFile file) => file.Scan switch
    {
        ScanState.Waiting => new("file-waiting"),
        ScanState.Infected => new("file-withheld"),
        _ => null,
    };

    internal static async Task<IResult> SendAsync(StoredFile file, IFileStore store, HttpContext http, CancellationToken cancel)
    {
        var content = await store.OpenAsync(file.Id, cancel)
            ?? throw new FileNotFoundException($"File {file.Id} of response {file.ResponseId} is not in the store; restore it from a backup.");
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.ContentLength = file.Length;
        return Results.Stream(content, file.ContentType);
    }
}
