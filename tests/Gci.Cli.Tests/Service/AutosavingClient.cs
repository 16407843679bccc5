using System.Globalization;
using System.Net;
using System.Text.Json;
using Gci.Testing;

namespace Gci.Cli.Tests.Service;

/// <summary>
/// One respondent's browser that saves one answer after the other as the page's script does: it repeats what was not acknowledged under the
/// same key, looks at the other's answer after a conflict, and keeps a ledger of what was acknowledged.
/// </summary>
internal sealed class AutosavingClient(string name, Guid response, Browser session, IReadOnlyList<string> questions, int seed)
{
    private readonly Dictionary<string, int> _revisions = questions.ToDictionary(question => question, _ => 0);
    private readonly Random _random = new(seed);
    private Change? _waiting;
    private int _changes;

    internal sealed record Acknowledged(string Question, int Revision, string Comment, string Key);

    private sealed record Change(string Question, string Comment, string Key);

    /// <summary>Every save that was answered with 200.</summary>
    internal List<Acknowledged> Ledger { get; } = [];

    /// <summary>Everything that was ever sent, by its key.</summary>
    internal HashSet<string> Sent { get; } = [];

    internal int Conflicts { get; private set; }

    /// <summary>Saves until the service is gone. Where the database is gone only, it goes on trying.</summary>
    internal async Task SaveUntilCutAsync(Uri address, CancellationToken stop)
    {
        var browser = session.At(address);
        try
        {
            while (!stop.IsCancellationRequested)
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
        var (question, comment, key) = _waiting ??= Next();
        Sent.Add(key);
        var answer = await browser.PutAsync(
            $"/api/v1/responses/{response}/answers/{question}", new { value = "yes", comment }, key, _revisions[question].ToString(CultureInfo.InvariantCulture));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            // The database is away.
            await Task.Delay(50, TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{answer.StatusCode}: {text}");
        var said = JsonDocument.Parse(text).RootElement;
        _waiting = null;
        if (answer.StatusCode == HttpStatusCode.Conflict)
        {
            // Somebody else was quicker: the next change builds on theirs.
            Conflicts++;
            _revisions[question] = said.GetProperty("theirs").GetProperty("revision").GetInt32();
            return;
        }

        _revisions[question] = said.GetProperty("revision").GetInt32();
        Ledger.Add(new(question, _revisions[question], comment, key));
    }

    private Change Next()
    {
        _changes++;
        return new(questions[_random.Next(questions.Count)], string.Create(CultureInfo.InvariantCulture, $"{name}'s change {_changes}"), Guid.NewGuid().ToString());
    }
}
