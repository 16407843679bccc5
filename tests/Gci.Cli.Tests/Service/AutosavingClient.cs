using System.Globalization;
using System.Net;
using System.Text.Json;
using Gci.Testing;

namespace Gci.Cli.Tests.Service;

/// <summary>One respondent's browser that saves one answer after the other, repeats what was not acknowledged, and keeps a ledger of what was.</summary>
internal sealed class AutosavingClient(Guid response, Browser session, IReadOnlyList<string> questions)
{
    private readonly Dictionary<string, int> _revisions = questions.ToDictionary(question => question, _ => 0);
    private int _change;
    private (string Question, string Comment, string Key)? _unacknowledged;

    internal sealed record Acknowledged(string Question, int Revision, string Comment, string Key);

    /// <summary>Every save that was answered with 200.</summary>
    internal List<Acknowledged> Ledger { get; } = [];

    /// <summary>Everything that was ever sent, by its key.</summary>
    internal HashSet<string> Sent { get; } = [];

    /// <summary>Saves until the service does not answer any more.</summary>
    internal async Task SaveUntilCutAsync(Uri address)
    {
        var browser = session.At(address);
        try
        {
            while (true)
            {
                await SaveAsync(browser);
            }
        }
        catch (HttpRequestException)
        {
            // The service was killed; what was sent is sent again after its next start.
        }
    }

    private async Task SaveAsync(Browser browser)
    {
        var (question, comment, key) = _unacknowledged ?? Next();
        _unacknowledged = (question, comment, key);
        Sent.Add(key);
        var answer = await browser.PutAsync(
            $"/api/v1/responses/{response}/answers/{question}", new { value = "yes", comment }, key, _revisions[question].ToString(CultureInfo.InvariantCulture));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
        var revision = JsonDocument.Parse(text).RootElement.GetProperty("revision").GetInt32();
        Ledger.Add(new(question, revision, comment, key));
        (_revisions[question], _unacknowledged) = (revision, null);
    }

    private (string, string, string) Next()
    {
        _change++;
        return (questions[_change % questions.Count], string.Create(CultureInfo.InvariantCulture, $"change {_change}"), Guid.NewGuid().ToString());
    }
}
