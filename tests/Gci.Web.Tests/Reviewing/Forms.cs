using Gci.Testing;

namespace Gci.Web.Tests.Reviewing;

internal static class Forms
{
    /// <summary>A plain form in which a field may stand more than once.</summary>
    internal static async Task<HttpResponseMessage> SendFormAsync(this Browser browser, string path, params (string Name, string Value)[] fields)
    {
        var token = System.Text.RegularExpressions.Regex.Match(await browser.TextAsync(path), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        return await browser.SendAsync(new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });
    }
}
