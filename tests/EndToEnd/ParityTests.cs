using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Gci.Data.Accounts;
using Gci.Editions.Questionnaires;
using Gci.Testing;
using Gci.Web.Answering;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>Each question of an edition, however the questionnaire is met: the page with its script, the same page as a plain form, workbook, PDF and API.</summary>
public sealed partial class ParityTests(Chromium chromium, ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public async Task No_question_is_missing_anywhere(string id)
    {
        var questionnaire = service.Edition(id).Questionnaire!;
        var (questions, pages) = (questionnaire.Questions().ToList(), QuestionPage.Of(questionnaire).Select(page => page.Code).ToList());
        var name = $"parity-{id}";
        var response = await service.OpenAsync(await service.PersonAsync(name, Role.FocalPoint, id == "2024" ? "EST" : "LVA"), id);
        var browser = await service.SignedInAsync(name);
        var found = new Dictionary<string, IReadOnlyCollection<string>>
        {
            ["API: the questionnaire"] = Codes((await JsonAsync(browser, $"/api/v1/editions/{id}/questionnaire")).GetProperty("sections")),
            ["workbook"] = InWorkbook(await FilledWorkbook.DownloadAsync(browser, response)),
            ["PDF"] = await InPdfAsync(browser, response, questions),
            ["plain form"] = await ByFormAsync(browser, response, pages, questions),
            ["API: what the plain form saved"] = await SavedAsync(browser, response, "form"),
            ["page with script"] = await ByScriptAsync(name, response, pages),
            ["API: what the script saved"] = await SavedAsync(browser, response, "script"),
        };

        var expected = questions.Select(question => question.Code).ToArray();
        Assert.True(expected.Length > 80);
        Assert.Empty(found.SelectMany(place => expected.Except(place.Value).Select(code => $"{place.Key}: {code} is missing")));
        Assert.Empty(found.SelectMany(place => place.Value.Except(expected).Select(code => $"{place.Key}: {code} is no question")));
    }

    private static string[] Codes(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Codes)],
        JsonValueKind.Object when element.TryGetProperty("answer", out _) => [element.GetProperty("code").GetString()!],
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(property => Codes(property.Value))],
        _ => [],
    };

    private static string[] InWorkbook(byte[] workbook)
    {
        using var content = new MemoryStream(workbook);
        using var book = new XLWorkbook(content);
        return [.. book.Worksheets.SelectMany(sheet => sheet.Column(1).CellsUsed()).Select(cell => AnswerRow().Match(cell.GetString())).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct()];
    }

    // A question is in it where its code and its whole text are.
    private static async Task<string[]> InPdfAsync(Browser browser, Guid response, IEnumerable<Question> questions)
    {
        var answer = await browser.GetAsync($"/responses/{response}/copies/questionnaire.pdf?blank=true");
        Assert.SkipWhen(answer.StatusCode == HttpStatusCode.ServiceUnavailable, "The Typst compiler is not installed.");
        var text = Squeezed(await PdfText.SqueezedAsync(await answer.Content.ReadAsByteArrayAsync(Cancel)));
        return [.. questions.Where(question => text.Contains(Squeezed(question.Code), StringComparison.Ordinal) && text.Contains(Squeezed(question.Text), StringComparison.Ordinal)).Select(question => question.Code)];
    }

    // The form names a field for the answer, and saves a comment on every question of the page in one go.
    private static async Task<string[]> ByFormAsync(Browser browser, Guid response, IEnumerable<string> pages, IReadOnlyCollection<Question> questions)
    {
        var found = new List<string>();
        foreach (var path in pages.Select(page => $"/responses/{response}/sections/{page}"))
        {
            var html = await browser.TextAsync(path);
            string[] codes = [.. questions.Where(question => html.Contains($"name=\"{question.Code}.{(question.Type is TableType table ? $"0.{table.Columns[0].Code}" : "value")}\"", StringComparison.Ordinal)).Select(question => question.Code)];
            Dictionary<string, string> fields = new() { ["form-key"] = path, ["go"] = "stay" };
            foreach (var code in codes)
            {
                (fields[$"{code}.revision"], fields[$"{code}.comment"]) = ("0", "By form");
            }

            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(path, fields)).StatusCode);
            found.AddRange(codes);
        }

        return [.. found];
    }

    // The script saves by itself what is typed into each question.
    private async Task<string[]> ByScriptAsync(string name, Guid response, IEnumerable<string> pages)
    {
        var window = await chromium.OpenAsync(service.Address);
        await window.SignInAsync(name);
        var found = new List<string>();
        foreach (var page in pages)
        {
            await window.GotoAsync($"/responses/{response}/sections/{page}");
            await window.EvaluateAsync("() => document.querySelectorAll('details').forEach(box => { box.open = true; })");
            var boxes = await window.Locator(".question").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.dataset.code)");
            foreach (var code in boxes)
            {
                await window.Locator($"[name='{code}.comment']").FillAsync("By script");
            }

            await window.Locator("h1").ClickAsync();
            await Assertions.Expect(window.Locator(".question[data-state=saved]")).ToHaveCountAsync(boxes.Length);
            found.AddRange(boxes);
        }

        await window.Context.CloseAsync();
        return [.. found];
    }

    private static async Task<string[]> SavedAsync(Browser browser, Guid response, string way)
    {
        var answers = await JsonAsync(browser, $"/api/v1/responses/{response}/answers?limit=200");
        Assert.Equal(JsonValueKind.Null, answers.GetProperty("next").ValueKind);
        return
        [
            .. answers.GetProperty("items").EnumerateArray().Where(answer => answer.GetProperty("comment").GetString() == $"By {way}")
                .Select(answer => answer.GetProperty("question").GetString()!),
        ];
    }

    private static async Task<JsonElement> JsonAsync(Browser browser, string path) => JsonDocument.Parse(await browser.TextAsync(path)).RootElement;

    // pdftotext takes a hyphen at the end of a line for one that only breaks the word.
    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));

    [GeneratedRegex("^([^/]+)/(?:answer|option|row)(?:/|$)")]
    private static partial Regex AnswerRow();
}
