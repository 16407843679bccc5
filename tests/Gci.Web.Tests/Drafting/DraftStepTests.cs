using System.Net;
using System.Text.RegularExpressions;
using Gci.Testing;

namespace Gci.Web.Tests.Drafting;

/// <summary>The steps of the builder on their pages: questions changed, added, removed, split, merged, moved and translated.</summary>
public abstract partial class DraftStepTests
{
    private static int s_number;

    private readonly Service _service;

    protected DraftStepTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_reworded_and_the_map_says_why()
    {
        var (browser, start) = await DerivedAsync();
        var page = $"{start}/questions/LEG-1.1.1";
        var fields = await FieldsAsync(browser, page);
        fields["Title"] = "Entry without right";
        fields["Reason"] = "The title names the act.";

        await DoneAsync(browser, page, fields);

        var shown = await browser.TextAsync(page);
        Assert.Contains("Entry without right", shown, StringComparison.Ordinal);
        Assert.Contains("The title names the act.", await browser.TextAsync($"{start}/map"), StringComparison.Ordinal);
        Assert.Contains("changed \u2068LEG-1.1.1\u2069", WebUtility.HtmlDecode(await browser.TextAsync($"{start}/history/{start.Split('/')[2].Insert(0, "questionnaires/")}/legal.yaml")), StringComparison.Ordinal);
        Assert.Contains("Nothing is wrong with this draft", await browser.TextAsync($"{start}/check"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_reworded_and_what_was_typed_is_kept()
    {
        var (browser, start) = await DerivedAsync();
        var page = $"{start}/questions/LEG-1.1.1";
        var fields = await FieldsAsync(browser, page);
        fields["Title"] = "Entry without right";

        var refused = await browser.PostAsync(page, fields, page);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Entry without right</textarea>", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("Entry without right", await browser.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_class_and_condition_are_changed_in_one_save()
    {
        var (browser, start) = await DerivedAsync();
        var page = $"{start}/questions/LEG-1.1.3";
        var fields = await FieldsAsync(browser, page);
        (fields["Maximum"], fields["Class"], fields["Relevant"]) = ("7", "Secretariat", "LEG-1.1.1 in (yes, partial)");

        await DoneAsync(browser, page, fields);

        var now = await FieldsAsync(browser, page);
        Assert.Equal(("7", "Secretariat", "LEG-1.1.1 in (yes, partial)"), (now["Maximum"], now["Class"], now["Relevant"]));
    }

    [Fact]
    public async Task Two_people_who_change_the_same_question_see_both_texts()
    {
        var (first, start) = await DerivedAsync();
        var second = await _service.SignedInAsync("adam");
        var page = $"{start}/questions/LEG-1.1.1";
        var (mine, theirs, other) = (await FieldsAsync(first, page), await FieldsAsync(second, page), await FieldsAsync(first, $"{start}/questions/LEG-1.1.4"));
        (theirs["Title"], theirs["Reason"]) = ("Their title", "Theirs.");
        (mine["Title"], mine["Reason"]) = ("My title", "Mine.");
        await DoneAsync(second, page, theirs);

        var refused = await first.PostAsync(page, mine, page);

        var text = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("My title</textarea>", text, StringComparison.Ordinal);
        Assert.Contains(">Their title</dd>", text, StringComparison.Ordinal);
        (other["Title"], other["Reason"]) = ("Another question", "Nobody else changes it.");
        await DoneAsync(first, $"{start}/questions/LEG-1.1.4", other);
        mine["Seen"] = SeenField().Match(text).Groups[1].Value;
        await DoneAsync(first, page, mine);
        Assert.Contains("My title", await first.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_added_removed_split_merged_and_moved_without_a_problem()
    {
        var (browser, start) = await DerivedAsync();
        await DoneAsync(browser, $"{start}/add?at=LEG-2", Words("", "cable_protection").With(("Type", "yes-partial-no"), ("Scored", "true"), ("HasEvidence", "true"), ("When", "yes"), ("Minimum", "1"), ("Maximum", "3"), ("Links", "true"), ("Kinds", "law"), ("Class", "Public")));
        await DoneAsync(browser, $"{start}/questions/LEG-2.8?handler=Remove", new() { ["reason"] = "Not comparable." }, $"{start}/questions/LEG-2.8");
        await DoneAsync(browser, $"{start}/questions/LEG-2.4/split", Words("Into[0].", "signatures").With([.. Words("Into[1].", "trust_services")]).With(("reason", "Two things.")));
        await DoneAsync(browser, $"{start}/merge?codes=LEG-1.1.3", Words("Into.", "interception_and_devices").With(("codes", "LEG-1.1.3"), ("reason", "Asked together.")), more: ("codes", "LEG-1.1.4"));
        await DoneAsync(browser, $"{start}/questions/LEG-2.2?handler=Move", new() { ["before"] = "LEG-2.1" }, $"{start}/questions/LEG-2.2");

        var (tree, map) = (await browser.TextAsync(start), await browser.TextAsync($"{start}/map"));
        Assert.Contains("Nothing is wrong with this draft", await browser.TextAsync($"{start}/check"), StringComparison.Ordinal);
        Assert.Contains("LEG-2.10", tree, StringComparison.Ordinal);
        Assert.True(tree.IndexOf(">LEG-2.2<", StringComparison.Ordinal) < tree.IndexOf(">LEG-2.1<", StringComparison.Ordinal));
        Assert.DoesNotContain(">LEG-2.8<", tree, StringComparison.Ordinal);
        Assert.All((string[])["Not comparable.", "Two things.", "Asked together."], reason => Assert.Contains(reason, map, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_is_translated_beside_its_English()
    {
        var (browser, start) = await DerivedAsync();
        var page = $"{start}/questions/LEG-1.1.1/es";

        await DoneAsync(browser, page, new() { ["Lines[0].Key"] = "title", ["Lines[0].Text"] = "Acceso sin derecho", ["Lines[0].Approved"] = "true" });

        var text = await browser.TextAsync(page);
        Assert.Contains("Acceso sin derecho</textarea>", text, StringComparison.Ordinal);
        Assert.Contains("Approved</span>", text, StringComparison.Ordinal);
        var file = await browser.TextAsync($"{start}/files/questionnaires/{start.Split('/')[2]}/es/legal.yaml");
        Assert.DoesNotContain("help:", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_change_a_question_by_its_tag()
    {
        var (browser, start) = await DerivedAsync();
        var path = $"/api/v1{start}/questions/LEG-1.1.1";
        var (answer, body) = (await browser.GetAsync(path), "");
        var tag = answer.Headers.ETag!.Tag.Trim('"');
        body = (await answer.Content.ReadAsStringAsync(Cancel))[..^1];
        var question = System.Text.Json.Nodes.JsonNode.Parse(body + "}")!["question"]!;
        question["title"] = "Entry without right";
        question["reason"] = "The title names the act.";

        var changed = await browser.CallAsync(HttpMethod.Put, path, question, tag);
        var stale = await browser.CallAsync(HttpMethod.Put, path, question, tag);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("\"problems\":[]", await changed.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("draft-question-changed", await stale.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Words(string prefix, string variable) => new()
    {
        [$"{prefix}Variable"] = variable,
        [$"{prefix}Title"] = $"Title of {variable}",
        [$"{prefix}Text"] = $"Is there a rule on {variable}?",
        [$"{prefix}Help"] = "A law counts.",
        [$"{prefix}Guide"] = "Find the article.",
    };

    private async Task<(Browser Browser, string Start)> DerivedAsync()
    {
        var (edition, browser) = ($"s{Interlocked.Increment(ref s_number)}", await _service.SignedInAsync("anders"));
        await DoneAsync(browser, "/editions/derive", new() { ["from"] = "2026", ["id"] = edition, ["title"] = $"Index {edition}", ["date"] = "2028-12-31" });
        return (browser, $"/editions/{edition}/draft");
    }

    private static async Task DoneAsync(Browser browser, string path, Dictionary<string, string> fields, string? page = null, params (string Name, string Value)[] more)
    {
        var token = Token().Match(await browser.TextAsync(page ?? path)).Groups[1].Value;
        var all = fields.Append(new("__RequestVerificationToken", token)).Concat(more.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await browser.SendAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(all) });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{path}: {answer.StatusCode} {Places().Match(await answer.Content.ReadAsStringAsync(Cancel)).Value}");
    }

    /// <summary>The fields of the question's own form as a browser would send them.</summary>
    private static async Task<Dictionary<string, string>> FieldsAsync(Browser browser, string page)
    {
        var html = await browser.TextAsync(page);
        var fields = Areas().Matches(html).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value).TrimStart('\n'));
        fields.Remove("reason");
        foreach (Match input in Inputs().Matches(html[..html.IndexOf("name=\"Reason\"", StringComparison.Ordinal)]))
        {
            var (tag, name) = (input.Value, input.Groups[1].Value);
            if (!tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) || tag.Contains(" checked", StringComparison.Ordinal))
            {
                fields[name] = WebUtility.HtmlDecode(Value().Match(tag).Groups[1].Value);
            }
        }

        fields["Class"] = Selected().Match(html).Groups[1].Value;
        return fields;
    }

    [GeneratedRegex("<textarea [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Areas();

    [GeneratedRegex("<input [^>]*name=\"((?!__|returnTo|language)[^\"]+)\"[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<option value=\"([A-Za-z]+)\" selected")]
    private static partial Regex Selected();

    [GeneratedRegex("name=\"Seen\" value=\"([0-9a-f]+)\"")]
    private static partial Regex SeenField();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<div class=\"error-summary\".*?</div>|<ul class=\"places\".*?</ul>", RegexOptions.Singleline)]
    private static partial Regex Places();
}

internal static class FieldsOfForms
{
    internal static Dictionary<string, string> With(this Dictionary<string, string> fields, params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return fields;
    }

    internal static Dictionary<string, string> With(this Dictionary<string, string> fields, IEnumerable<KeyValuePair<string, string>> more) => fields.With([.. more.Select(field => (field.Key, field.Value))]);
}

public sealed class DraftStepOnSqliteTests(ServiceOnSqlite service) : DraftStepTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class DraftStepOnPostgreSqlTests(ServiceOnPostgreSql service) : DraftStepTests(service), IClassFixture<ServiceOnPostgreSql>;
