using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gci.Web.Answering;

/// <summary>
/// Reads a form that may carry files so that a file which is too large costs nothing but itself: it is cut off just above the limit, where the
/// intake refuses it, and every text that was typed beside it is there.
/// </summary>
public static class UploadForm
{
    private const int MostParts = 5_000;
    private const int LongestText = 2 << 20;
    private const int FilesAtOnce = 5;

    /// <summary>How many bytes such a form may have.</summary>
    public static long Largest(long largestFile) => (FilesAtOnce * largestFile) + (8 << 20);

    /// <summary>Puts the form into the request. Other content than a multipart form is left to the framework.</summary>
    /// <exception cref="InvalidDataException">It is not a multipart form, or has absurdly many parts.</exception>
    /// <exception cref="BadHttpRequestException">It is larger than anybody could mean it to be.</exception>
    public static async Task ReadAsync(HttpContext http, long largestFile, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Largest(largestFile);
        }

        try
        {
            await ReadPartsAsync(http, type, largestFile, cancel);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new InvalidDataException("The form is not whole.", e);
        }
    }

    private static async Task ReadPartsAsync(HttpContext http, MediaTypeHeaderValue type, long largestFile, CancellationToken cancel)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? throw new InvalidDataException("The form has no boundary.");
        var reader = new MultipartReader(boundary, http.Request.Body);
        var (texts, files) = (new KeyValueAccumulator(), new FormFileCollection());
        for (var parts = 0; await reader.ReadNextSectionAsync(cancel) is { } part; parts++)
        {
            if (parts == MostParts)
            {
                throw new InvalidDataException("The form has too many parts.");
            }

            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (disposition.IsFileDisposition())
            {
                files.Add(await FileAsync(http, part, name, disposition, largestFile, cancel));
            }
            else
            {
                texts.Append(name, await TextAsync(part, cancel));
            }
        }

        http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(texts.GetResults(), files)));
    }

    private static async Task<FormFile> FileAsync(
        HttpContext http, MultipartSection part, string name, ContentDispositionHeaderValue disposition, long largestFile, CancellationToken cancel)
    {
        var content = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 16 << 10, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        http.Response.RegisterForDisposeAsync(content);
        var buffer = new byte[16 << 10];
        while (content.Length <= largestFile && await part.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, largestFile + 1 - content.Length)), cancel) is > 0 and var read)
        {
            await content.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        await part.Body.DrainAsync(cancel);
        var fileName = HeaderUtilities.RemoveQuotes(StringSegment.IsNullOrEmpty(disposition.FileNameStar) ? disposition.FileName : disposition.FileNameStar).Value ?? "";
        return new FormFile(content, 0, content.Length, name, fileName) { Headers = new HeaderDictionary() };
    }

    private static async Task<string> TextAsync(MultipartSection part, CancellationToken cancel)
    {
        using var reader = new StreamReader(part.Body, System.Text.Encoding.UTF8);
        var (text, buffer) = (new System.Text.StringBuilder(), new char[4096]);
        while (await reader.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            if (text.Append(buffer, 0, read).Length > LongestText)
            {
                throw new InvalidDataException("A text of the form is too long.");
            }
        }

        return text.ToString();
    }
}
