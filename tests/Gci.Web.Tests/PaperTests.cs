using System.Net;
using Gci.Data.Auditing;

namespace Gci.Web.Tests;

/// <summary>The documents that the service draws.</summary>
public abstract class PaperTests
{
    private readonly Service _service;

    protected PaperTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_receipt_prints_the_chain_and_the_seal_that_the_database_holds()
    {
        var certifying = await Certifying.AsAsync(_service, "BGD");
        await certifying.AnswerAsync("LEG-1.1.1", "no", comment: "None is planned");
        await certifying.PostAsync(await certifying.BodyAsync());

        var pdf = await PdfAsync(await certifying.Browser.GetAsync($"/responses/{certifying.Response}/receipt.pdf"), "receipt-2024-BGD-en.pdf");

        var text = await PdfText.SqueezedAsync(pdf);
        var record = await _service.DataAsync(db => SubmissionRecord.FindAsync(db, certifying.Response, Cancel));
        using var key = SealKey.OpenOrMake(_service.SealKeyFile);
        Assert.Contains($"Entriesinthechain{record!.Link.Sequence}", text, StringComparison.Ordinal);
        Assert.Equal(record.Link.Hash, After(text, "Fingerprintofthelastentry", 64));
        var (hash, signature) = (After(text, "Fingerprintoftheseal", 64), After(text, "Signatureoftheseal", 128));
        Assert.Equal((record.Seal!.Hash, record.Seal.Signature), (hash, signature));
        Assert.True(key.Verifies(hash, signature));
        Assert.Contains("Noneisplanned", text, StringComparison.Ordinal);
        Assert.Contains("./gciauditverify", text, StringComparison.Ordinal);
        Assert.Equal(pdf, await PdfAsync(await certifying.Browser.GetAsync(certifying.Api("receipt.pdf")), "receipt-2024-BGD-en.pdf"));
    }

    [Fact]
    public async Task The_questionnaire_comes_blank_or_filled_in_the_language_asked_for()
    {
        var certifying = await Certifying.AsAsync(_service, "BRB");
        await certifying.AnswerAsync("LEG-1.1.1", "no", comment: "Nothing is planned");
        var path = $"/responses/{certifying.Response}/copies/questionnaire.pdf";

        var filled = await PdfText.SqueezedAsync(await PdfAsync(await certifying.Browser.GetAsync(path), "questionnaire-2024-BRB-en.pdf"));
        var blank = await PdfText.SqueezedAsync(await PdfAsync(await certifying.Browser.GetAsync($"{path}?blank=true&language=ru"), "blank-questionnaire-2024-BRB-ru.pdf"));

        Assert.Contains("Nothingisplanned", filled, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothingisplanned", blank, StringComparison.Ordinal);
        Assert.DoesNotContain(certifying.Response.ToString(), blank, StringComparison.Ordinal);
        Assert.Equal("language-unknown", await Certifying.CodeAsync(await certifying.Browser.GetAsync(certifying.Api("questionnaire.pdf?language=xx"))));
    }

    [Fact]
    public async Task A_contributor_gets_the_pages_that_were_opened()
    {
        var barasa = await _service.SignedInAsync("barasa");

        var text = await PdfText.SqueezedAsync(await PdfAsync(await barasa.GetAsync($"/responses/{_service.Kenya}/copies/questionnaire.pdf"), "questionnaire-2024-KEN-en.pdf"));

        Assert.Contains("LEG-1.1.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("LEG-2.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TEC-1", text, StringComparison.Ordinal);
    }

    private static async Task<byte[]> PdfAsync(HttpResponseMessage answer, string name)
    {
        Assert.SkipWhen(answer.StatusCode == HttpStatusCode.ServiceUnavailable, "The Typst compiler is not installed.");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(("attachment", name), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    private static string After(string text, string name, int length) => text.Substring(text.IndexOf(name, StringComparison.Ordinal) + name.Length, length);
}

public sealed class PaperOnSqliteTests(ServiceOnSqlite service) : PaperTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class PaperOnPostgreSqlTests(ServiceOnPostgreSql service) : PaperTests(service), IClassFixture<ServiceOnPostgreSql>;

public sealed class PaperWithoutTypstTests(ServiceWithoutTypst service) : IClassFixture<ServiceWithoutTypst>
{
    [Fact]
    public async Task Where_no_pdf_can_be_made_a_page_and_a_problem_say_what_to_do()
    {
        var amina = await service.SignedInAsync("amina");

        var page = await amina.GetAsync($"/responses/{service.Kenya}/copies/questionnaire.pdf");
        var program = await amina.GetAsync($"/api/v1/responses/{service.Kenya}/questionnaire.pdf");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("download the workbook instead", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (program.StatusCode, program.Content.Headers.ContentType?.MediaType));
        Assert.Equal("pdf-unavailable", await Certifying.CodeAsync(program));
        Assert.Equal(HttpStatusCode.OK, (await amina.GetAsync($"/responses/{service.Kenya}/check")).StatusCode);
    }
}
