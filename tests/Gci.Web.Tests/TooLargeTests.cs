using System.Net;
using Gci.Testing;

namespace Gci.Web.Tests;

/// <summary>What is larger than anybody could mean it to be is refused with a page that says so.</summary>
public sealed class TooLargeTests(ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    private const int Mebibyte = 1 << 20;

    [Fact]
    public async Task A_workbook_of_fifty_megabytes_is_refused_in_words()
    {
        var amina = await service.SignedInAsync("amina");

        await AssertSaidAsync(await amina.PostFileAsync($"/responses/{service.Kenya}/copies", [], "workbook", "answers.xlsx", new byte[50 * Mebibyte]));
    }

    [Fact]
    public async Task A_form_of_five_megabytes_of_text_is_refused_in_words()
    {
        var amina = await service.SignedInAsync("amina");

        await AssertSaidAsync(await amina.PostAsync($"/responses/{service.Kenya}/messages", new() { ["text"] = new('x', 5 * Mebibyte) }));
    }

    [Fact]
    public async Task Evidence_of_more_than_all_files_together_is_refused_in_words()
    {
        var amina = await service.SignedInAsync("amina");

        await AssertSaidAsync(await amina.PostFileAsync($"/responses/{service.Kenya}/sections/LEG-1", [], "LEG-1.1.1.evidence.file", "act.pdf", new byte[120 * Mebibyte]));
    }

    private static async Task AssertSaidAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("That is too much at once", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
