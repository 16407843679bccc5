using System.Net.Http.Headers;

namespace Gci.Testing;

public sealed partial class Browser
{
    /// <summary>Opens the page, and posts a file and fields to the path as a form does.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string field, string name, byte[] content, string? page = null)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var token = await TokenAsync(page ?? path);
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { file, field, name } },
        };
        request.Headers.Add("X-Anti-Forgery", token);
        return await SendAsync(request);
    }

    /// <summary>Posts fields, of which several may have one name, with the anti-forgery token of a page.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string page) => await SendAsync(new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Where(field => field.Key != "__RequestVerificationToken").Append(new("__RequestVerificationToken", await TokenAsync(page)))),
    });
}
