using System.Net;
using Gci.Testing;
using Gci.Testing.Web;
using Gci.Web.Tests.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Canaries;

/// <summary>A canary that somebody was given.</summary>
/// <param name="Who">As the table speaks of the person.</param>
/// <param name="Form">The type of what held it, such as <c>application/pdf</c>.</param>
internal sealed record Sighting(string Who, Canary Canary, string Form, string Address);

/// <summary>Everything that everybody can get, read for canaries.</summary>
internal static class Sightings
{
    private static readonly string[] s_audiences = ["country", "secretariat"];

    /// <param name="part">Only addresses with this in them.</param>
    internal static async Task<IReadOnlyList<Sighting>> OfAllAsync(CanaryService canaries, string part = "/")
    {
        var (service, stage) = (canaries.Service, canaries.Stage);
        var addresses = (await AddressesAsync(service, stage)).Where(address => address.Contains(part, StringComparison.Ordinal)).Where(address => canaries.ReadsPdf || !address.EndsWith(".pdf", StringComparison.Ordinal)).ToList();
        var found = new List<Sighting>();
        foreach (var (said, name) in CanaryStage.People)
        {
            var browser = stage.Of(name ?? "").At(service.Address);
            foreach (var address in addresses)
            {
                found.AddRange((await InAsync(browser, address)).Select(pair => new Sighting(said, pair.Canary, pair.Form, address)));
            }
        }

        return found;
    }

    private static async Task<IEnumerable<(Canary Canary, string Form)>> InAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return [];
        }

        var form = answer.Content.Headers.ContentType?.MediaType ?? "";
        var name = answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName ?? "";
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var texts = form == "application/pdf" ? [await PdfText.SqueezedAsync(body)] : Trial.Texts(body);
        return texts.Append(name).SelectMany(Canary.In).Distinct().Select(canary => (canary, form));
    }

    // Every route that is read, with whatever can stand in its place: all questions with canaries, their evidence, files and messages.
    private static async Task<IReadOnlyList<string>> AddressesAsync(Service service, CanaryStage stage)
    {
        var routes = (await Endpoints.NamesAsync(service)).Where(name => name.StartsWith("GET /", StringComparison.Ordinal)).Select(name => name["GET /".Length..])
            .Where(route => !route.StartsWith("account/sign-out", StringComparison.Ordinal) && !route.StartsWith("docs/", StringComparison.Ordinal)).ToList();
        var parts = await PartsAsync(service, stage);
        return [.. routes.SelectMany(route => parts.Select(part => Trial.Address(route, part) is { Length: > 0 } address ? address : "/")).Distinct().Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> PartsAsync(Service service, CanaryStage stage)
    {
        var (id, edition) = (stage.Id, service.Edition("2024"));
        var (evidence, suggestions, people) = await service.DataAsync(async db => (
            await db.Evidence.AsNoTracking().Where(item => item.ResponseId == id).ToListAsync(TestContext.Current.CancellationToken),
            await db.Suggestions.AsNoTracking().Where(row => row.ResponseId == id).ToListAsync(TestContext.Current.CancellationToken),
            await db.Users.AsNoTracking().SingleAsync(user => user.Email == "sefu@example.org", TestContext.Current.CancellationToken)));
        return
        [
            .. CanaryStage.Questions.Values.SelectMany(row => (string[])[row.Proven, row.Words, row.Absent])
                .SelectMany(code => s_audiences.Select(audience => new Dictionary<string, string>
                {
                    ["id"] = id.ToString(),
                    ["edition"] = "2024",
                    ["question"] = code,
                    ["section"] = SectionOf(edition, code),
                    ["pillar"] = code.Split('-')[0],
                    ["audience"] = audience,
                    ["country"] = "KEN",
                    ["number"] = "1",
                    ["person"] = people.Id.ToString(),
                    ["file"] = (evidence.Find(item => item.Question == code && item.FileId is not null)?.FileId ?? Guid.Empty).ToString(),
                    ["evidence"] = (evidence.Find(item => item.Question == code)?.Id ?? Guid.Empty).ToString(),
                    ["suggestion"] = (suggestions.Find(row => row.Question == code)?.Id ?? Guid.Empty).ToString(),
                })),
        ];
    }

    private static string SectionOf(Gci.Editions.Edition edition, string code) => Gci.Web.Answering.QuestionPage.Holding(edition.Questionnaire!, code).Code;
}
