using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Files;

/// <summary>Puts files and links into a response as its pages do.</summary>
internal static class Evidence
{
    internal const string Question = "LEG-1.1.1";

    internal static Task<(StoredFile? File, Refusal? Refusal)> TakeAsync(this Service service, Guid response, Account by, string name, byte[] content) => service.PartsAsync(async parts =>
    {
        using var stream = new MemoryStream(content);
        return await parts.GetRequiredService<FileIntake>().TakeAsync(response, by.Id, name, stream, TestContext.Current.CancellationToken);
    });

    /// <summary>A file that is taken and attached.</summary>
    internal static async Task<StoredFile> AttachAsync(this Service service, Guid response, Account by, string name, byte[] content, string question = Question)
    {
        var (file, refusal) = await service.TakeAsync(response, by, name, content);
        Assert.Null(refusal);
        await service.AttachAsync(response, by, question, null, file);
        return file!;
    }

    internal static Task AttachAsync(this Service service, Guid response, Account by, string question, string? url, StoredFile? file) => service.PartsAsync(async parts =>
    {
        var db = parts.GetRequiredService<GciDb>();
        var asked = parts.GetRequiredService<EditionShelf>().Edition("2024").QuestionOf(question)!;
        var refusal = await db.ResponseAsync<string>(
            response,
            (found, _) => Task.FromResult(found.Attach(by.AsActor(), asked, new(asked.Evidence!.Kinds[0], "A law", null, url), [], file, Moment.Now(TimeProvider.System))?.Code ?? "none"),
            TestContext.Current.CancellationToken);
        Assert.Equal("none", refusal);
        return true;
    });

    internal static Task RemoveAsync(this Service service, Guid response, Account by, Guid file) => service.PartsAsync(async parts =>
    {
        var db = parts.GetRequiredService<GciDb>();
        return await db.ResponseAsync<string>(
            response,
            async (found, stop) => found.Remove(by.AsActor(), await db.Evidence.SingleAsync(item => item.FileId == file, stop), Moment.Now(TimeProvider.System))?.Code ?? "none",
            TestContext.Current.CancellationToken);
    });

    /// <summary>Everything that lies in the folder of files.</summary>
    internal static Task<string[]> KeptAsync(this Service service) => service.PartsAsync(parts =>
    {
        var folder = parts.GetRequiredService<ServiceOptions>().FilesFolder;
        return Task.FromResult(Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : []);
    });
}
