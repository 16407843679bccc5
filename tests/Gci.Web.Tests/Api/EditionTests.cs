using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Gci.Data.Accounts;
using Gci.Editions;
using Gci.Testing;

namespace Gci.Web.Tests.Api;

/// <summary>What is asked, as programs read it.</summary>
public sealed class EditionTests(ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    [Fact]
    public async Task Every_edition_with_a_questionnaire_is_listed_with_its_hash()
    {
        var editions = (await service.Program().JsonAsync("/api/v1/editions")).GetProperty("items").EnumerateArray().ToList();

        var expected = new EditionsFolder(Repository.Root);
        Assert.Equal(
            expected.Ids.Select(id => expected.Load(id, new Problems())!).Where(edition => edition.Questionnaire is not null).Select(edition => (edition.Id, edition.Hash)),
            editions.Select(edition => (edition.GetProperty("id").GetString()!, edition.GetProperty("hash").GetString()!)));
        Assert.Equal("2024", (await service.Program().JsonAsync("/api/v1/editions/2026")).GetProperty("derivedFrom").GetString());
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public async Task The_questionnaire_holds_every_question_with_its_options_policy_and_condition(string id)
    {
        var program = await service.ProgramOfAsync("amina", Scopes.Submit);
        var edition = new EditionsFolder(Repository.Root).Load(id, new Problems())!;

        var questions = Questions((await program.JsonAsync($"/api/v1/editions/{id}/questionnaire?language=en")).GetProperty("sections")).ToList();

        Assert.Equal(edition.Questionnaire!.Questions().Select(question => question.Code), questions.Select(question => question.GetProperty("code").GetString()));
        foreach (var (question, entry) in edition.Questionnaire!.Questions().Zip(questions))
        {
            Assert.Equal(question.Text, entry.GetProperty("text").GetProperty("text").GetString());
            Assert.Equal(question.Type.Name, entry.GetProperty("answer").GetProperty("kind").GetString());
            Assert.Equal(question.Evidence?.Maximum, entry.GetProperty("evidence") is { ValueKind: JsonValueKind.Object } policy ? policy.GetProperty("maximum").GetInt32() : null);
            Assert.Equal(question.Relevant is null, entry.GetProperty("condition").ValueKind == JsonValueKind.Null);
            Assert.DoesNotContain(entry.EnumerateObject(), property => property.Name == "guide");
        }
    }

    [Fact]
    public async Task A_text_that_is_not_translated_says_that_it_is_English()
    {
        var program = await service.ProgramOfAsync("amina", Scopes.ReadResponses);

        var arabic = (await program.JsonAsync("/api/v1/editions/2024/questionnaire?language=ar")).ToString();

        Assert.Contains("\"language\":\"ar\",\"state\":\"draft\"", arabic, StringComparison.Ordinal);
        Assert.All(Questions((await program.JsonAsync("/api/v1/editions/2024/questionnaire?language=ar")).GetProperty("sections")), question =>
            Assert.Equal(question.GetProperty("text").GetProperty("state").GetString() == "missing", question.GetProperty("text").GetProperty("language").GetString() == "en"));
    }

    [Fact]
    public async Task The_questionnaire_is_sent_again_only_when_it_changed_and_not_to_everybody_before_it_is_published()
    {
        const string path = "/api/v1/editions/2024/questionnaire?language=en";
        var program = await service.ProgramOfAsync("amina", Scopes.ReadResponses);
        var first = await program.GetAsync(path);
        var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var other = new HttpRequestMessage(HttpMethod.Get, path.Replace("=en", "=fr", StringComparison.Ordinal));
        other.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await program.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.SendAsync(other)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Program().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_by_its_links()
    {
        var (codes, links) = (new List<string>(), 0);
        for (var path = "/api/v1/countries?language=fr&limit=60&edition=2024"; path is not null; links++)
        {
            var answer = await service.Program().GetAsync(path);
            var slice = await Caller.ReadAsync(answer);
            codes.AddRange(slice.GetProperty("items").EnumerateArray().Select(country => country.GetProperty("code").GetString()!));
            path = slice.GetProperty("next").GetString();
            Assert.Equal(path is null ? [] : [$"<{path}>; rel=\"next\""], answer.Headers.TryGetValues("Link", out var link) ? link : []);
        }

        Assert.Equal(new EditionsFolder(Repository.Root).Load("2024", new Problems())!.Countries.Keys, codes);
        Assert.Equal((codes.Count + 59) / 60, links);
        var kenya = (await service.Program().JsonAsync("/api/v1/countries?language=fr&limit=1&after=KAZ")).GetProperty("items")[0];
        Assert.Equal(("KEN", "KE", "404", "Kenya"), (kenya.GetProperty("code").GetString(), kenya.GetProperty("iso2").GetString(), kenya.GetProperty("m49").GetString(), kenya.GetProperty("name").GetString()));
    }

    private static IEnumerable<JsonElement> Questions(JsonElement items) => items.EnumerateArray().SelectMany(item =>
        item.TryGetProperty("items", out var below) ? Questions(below) : [item]);
}
