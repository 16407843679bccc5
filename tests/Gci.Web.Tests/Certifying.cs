using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gci.Data.Accounts;
using Gci.Testing;

namespace Gci.Web.Tests;

/// <summary>A focal point of a country of its own with a response to the edition 2024, for one test.</summary>
internal sealed partial class Certifying
{
    private static int s_people;

    private Certifying(Service service, Account person, Guid response, Browser browser) => (Service, Person, Response, Browser) = (service, person, response, browser);

    internal Service Service { get; }

    internal Account Person { get; }

    internal Guid Response { get; }

    internal Browser Browser { get; }

    internal string Check => $"/responses/{Response}/check";

    internal string Api(string rest) => $"/api/v1/responses/{Response}/{rest}";

    /// <param name="country">One that no other test of the class uses.</param>
    internal static async Task<Certifying> AsAsync(Service service, string country)
    {
        var name = $"focal{Interlocked.Increment(ref s_people).ToString(CultureInfo.InvariantCulture)}";
        var person = await service.PersonAsync(name, Role.FocalPoint, country);
        return new(service, person, await service.OpenAsync(person, "2024"), await service.SignedInAsync(name));
    }

    internal async Task AnswerAsync(string question, string value, string revision = "0", string? comment = null)
    {
        var answer = await Browser.PutAsync(Api($"answers/{question}"), new { value, comment }, Guid.NewGuid().ToString(), revision);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The fields of a certificate as the page offers them, filled in.</summary>
    internal async Task<Dictionary<string, string>> FieldsAsync()
    {
        var page = await Browser.TextAsync(Check);
        return new()
        {
            ["content"] = Content().Match(page).Groups[1].Value,
            ["unanswered"] = Unanswered().Match(page).Groups[1].Value,
            ["name"] = "Ada <b>Otieno</b>",
            ["office"] = "Director-General",
            ["declared"] = "yes",
        };
    }

    internal async Task<JsonElement> StateAsync() => JsonDocument.Parse(await Browser.TextAsync(Api("check"))).RootElement;

    internal async Task<object> BodyAsync()
    {
        var state = await StateAsync();
        return new { name = "Ada Otieno", office = "Director-General", declared = true, unanswered = state.GetProperty("unanswered").GetInt32(), content = state.GetProperty("content").GetString() };
    }

    internal async Task<HttpResponseMessage> PostAsync(object body, Browser? browser = null)
    {
        var token = Token().Match(await (browser ?? Browser).TextAsync("/responses")).Groups[1].Value;
        var request = new HttpRequestMessage(HttpMethod.Post, Api("certification")) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Anti-Forgery", token);
        return await (browser ?? Browser).SendAsync(request);
    }

    internal static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();

    [GeneratedRegex("name=\"content\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Content();

    [GeneratedRegex("name=\"unanswered\" value=\"([0-9]+)\"")]
    private static partial Regex Unanswered();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
