using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Api;

/// <summary>A program that calls the API with a token, or without one.</summary>
public sealed class Caller(Uri address, string? token)
{
    private static readonly HttpClient s_client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public async Task<JsonElement> JsonAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await ReadAsync(answer);
    }

    public Task<HttpResponseMessage> PutAnswerAsync(Guid response, string question, object body, string key, string revision = "0") =>
        SendAsync(new(HttpMethod.Put, $"/api/v1/responses/{response}/answers/{question}") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key }, { "If-Match", $"\"{revision}\"" } } });

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new(address, request.RequestUri!);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return s_client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStreamAsync()).RootElement;

    /// <summary>The code of a problem; fails where the answer is none, or its parts do not fit together.</summary>
    public static async Task<string> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await ReadAsync(answer);
        var code = problem.GetProperty("code").GetString()!;
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        Assert.DoesNotMatch(@"\{[a-z]+\}|   at |Exception", problem.GetProperty("detail").GetString());
        return code;
    }
}

internal static class Callers
{
    internal static Caller Program(this Service service, string? token = null) => new(service.Address, token);

    /// <summary>A program with a new token of an account.</summary>
    internal static async Task<Caller> ProgramOfAsync(this Service service, string name, params string[] scopes) =>
        service.Program((await service.TokenAsync(name, scopes)).Secret);

    internal static Task<(ApiToken Token, string Secret)> TokenAsync(this Service service, string name, string[] scopes, int days = 30) => service.DataAsync(async db =>
    {
        var account = await db.Users.SingleAsync(user => user.Email == $"{name}@example.org");
        var (token, secret, _) = ApiToken.Issue(account.Id, new("A program", scopes, days), 0, Moment.Now(TimeProvider.System));
        db.ApiTokens.Add(token!);
        await db.SaveChangesAsync();
        return (token!, secret!);
    });
}
