using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Gci.Web.Tests.Rights;

/// <summary>Sends what a row of the table describes, and says in a letter what came back.</summary>
internal static partial class Trial
{
    private static readonly Dictionary<HttpStatusCode, char> s_letters = new()
    {
        [HttpStatusCode.OK] = 'o',
        [HttpStatusCode.Created] = 'c',
        [HttpStatusCode.NoContent] = 'n',
        [HttpStatusCode.BadRequest] = 'b',
        [HttpStatusCode.Unauthorized] = '1',
        [HttpStatusCode.Forbidden] = '3',
        [HttpStatusCode.NotFound] = '.',
        [HttpStatusCode.MethodNotAllowed] = '5',
        [HttpStatusCode.Conflict] = '9',
        [HttpStatusCode.Gone] = 'g',
        [HttpStatusCode.UnsupportedMediaType] = 'm',
        [HttpStatusCode.UnprocessableEntity] = 'u',
        [HttpStatusCode.Locked] = 'k',
        [HttpStatusCode.ServiceUnavailable] = 'v',
    };

    // What stands for the parts of an address that belong to no response.
    private static readonly Dictionary<string, string> s_words = new()
    {
        ["section"] = "LEG-1",
        ["question"] = "LEG-1.1.1",
        ["untouched"] = "LEG-1.1.4",
        ["edition"] = "2024",
        ["later"] = "2026",
        ["number"] = "1",
        ["audience"] = "country",
        ["country"] = "KEN",
        ["step"] = "open",
        ["code"] = "not-found",
        ["secret"] = new('a', 64),
        ["name"] = "other.css",
        ["documentName"] = "v1",
        ["revision"] = "1",
        ["token"] = "unknown",
        ["pillar"] = "LEG",
        ["seat"] = "first",
    };

    // The parts of an address that belong to the draft of the stage.
    private static readonly Dictionary<string, string> s_draft = new()
    {
        ["edition"] = "2028",
        ["code"] = "LEG-1.1.1",
        ["name"] = "questionnaires/2028/legal.yaml",
        ["language"] = "es",
    };

    internal static async Task<char> OfAsync(Stage stage, char person, RightsRow row, IReadOnlyDictionary<string, string> parts)
    {
        var (browser, token) = stage.Of(person);
        return Letter(await browser.SendAsync(Request(row, parts, token)));
    }

    /// <summary>Whether what somebody is answered holds a text; workbooks are looked into.</summary>
    internal static async Task<bool> ReadsAsync(Stage stage, char person, RightsRow row, IReadOnlyDictionary<string, string> parts, string text)
    {
        var (browser, token) = stage.Of(person);
        var answer = await browser.SendAsync(Request(row, parts, token));
        var body = await answer.Content.ReadAsByteArrayAsync();
        return Texts(body).Any(found => found.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>What an answer holds as text, and what a workbook or another archive holds inside.</summary>
    internal static IEnumerable<string> Texts(byte[] body)
    {
        yield return Encoding.UTF8.GetString(body);
        if (body is [(byte)'P', (byte)'K', ..])
        {
            using var zip = new ZipArchive(new MemoryStream(body));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                yield return reader.ReadToEnd();
            }
        }
    }

    /// <summary>The address of a row with its parts filled in.</summary>
    internal static string Address(string route, IReadOnlyDictionary<string, string> parts) => "/" + Part().Replace(Named(route), part =>
        part.Groups[2].Success ? "" : parts.GetValueOrDefault(part.Groups[1].Value)
            ?? (route.Contains("{edition}/draft", StringComparison.Ordinal) ? s_draft.GetValueOrDefault(part.Groups[1].Value) : null) ?? s_words.GetValueOrDefault(part.Groups[1].Value) ?? Guid.Empty.ToString()).TrimEnd('/');

    // An account is no response; only an edition that has one before it has changes; and what one row suggests, another must not find.
    private static string Named(string route) => route.Replace("accounts/{id:guid}", "accounts/{account:guid}", StringComparison.Ordinal)
        .Replace("{edition}/changes", "{later}/changes", StringComparison.Ordinal).Replace("{question}/suggestion", "{untouched}/suggestion", StringComparison.Ordinal);

    internal static char Letter(HttpResponseMessage answer) => (int)answer.StatusCode is >= 300 and < 400
        ? answer.Headers.Location?.ToString().Contains("/account/sign-in", StringComparison.Ordinal) == true ? '>' : 'r'
        : s_letters.TryGetValue(answer.StatusCode, out var letter) ? letter
        : throw new InvalidOperationException($"{answer.RequestMessage} is answered {(int)answer.StatusCode}, which nobody should be.");

    internal static HttpRequestMessage Request(RightsRow row, IReadOnlyDictionary<string, string> parts, string? token)
    {
        var request = new HttpRequestMessage(new(row.Method), Address(row.Route, parts)) { Content = Content(row.With, parts) };
        if (row.Method != "GET")
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
            if (token is not null)
            {
                request.Headers.Add("X-Anti-Forgery", token);
            }
        }

        return request;
    }

    private static HttpContent? Content(string with, IReadOnlyDictionary<string, string> parts)
    {
        var text = parts.Aggregate(with, (filled, part) => filled.Replace($"{{{part.Key}}}", part.Value, StringComparison.Ordinal));
        var (kind, content) = text.Split(' ', 2) is [var first, var rest] ? (first, rest) : (text, "");
        return kind switch
        {
            "json" => new StringContent(content, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            "form" => new StringContent(content, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
            "file" => new MultipartFormDataContent { { new ByteArrayContent("MZ"u8.ToArray()), content.Length > 0 ? content : "file", "program.exe" } },
            _ => null,
        };
    }

    [GeneratedRegex(@"\{\**([a-zA-Z]+)(?::[a-z]+)?(\?)?\}")]
    private static partial Regex Part();
}
