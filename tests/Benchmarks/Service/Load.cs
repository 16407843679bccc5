using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Gci.Benchmarks.Service;

/// <summary>What a load found: answers a second, and how long each took.</summary>
internal sealed record Loaded(double Rate, double Median, double Most95, double Most99);

/// <summary>The two loads: section pages as fast as they come, and autosaves of people who think between two changes.</summary>
internal static class Load
{
    private static readonly TimeSpan s_warm = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan s_measured = TimeSpan.FromSeconds(10);

    /// <param name="readers">How many ask at the same time, each for the next page as soon as it has one.</param>
    internal static async Task<Loaded> PagesAsync(Uri address, IReadOnlyList<byte[]> requests, int readers, CancellationToken cancel) =>
        await RunAsync(readers, s_warm, s_measured, async (reader, note, stop) =>
        {
            using var connection = new KeptConnection(address);
            for (var i = reader; !stop.IsCancellationRequested; i++)
            {
                await note(async () => Check((await connection.SendAsync(requests[i % requests.Count], cancel)).Status, 200));
            }
        });

    /// <param name="pause">How long somebody thinks between two saves, on average.</param>
    internal static async Task<Loaded> SavesAsync(
        Uri address, IReadOnlyList<SignedIn> people, IReadOnlyList<string> questions, int connections, TimeSpan pause, CancellationToken cancel) =>
        await RunAsync(connections, s_warm, 2 * s_measured, async (number, note, stop) =>
        {
            var (person, question, random, revision) = (people[number % people.Count], questions[number / people.Count], new Random(number), -1);
            using var connection = new KeptConnection(address);
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(pause * 2 * random.NextDouble(), cancel);
                if (revision < 0)
                {
                    var get = KeptConnection.Request("GET", Path(person, question), $"Cookie: {person.Cookies}\r\n");
                    revision = Revision((await connection.SendAsync(get, cancel)).Answer);
                }

                var put = KeptConnection.Request(
                    "PUT", Path(person, question), FormattableString.Invariant($"Cookie: {person.Cookies}\r\nX-Anti-Forgery: {person.Token}\r\nIdempotency-Key: {Guid.NewGuid()}\r\nIf-Match: \"{revision}\"\r\n"),
                    FormattableString.Invariant($$"""{"value":"yes","comment":"typed until {{revision}}"}"""));
                await note(async () =>
                {
                    var (status, answer) = await connection.SendAsync(put, cancel);
                    Check(status, 200);
                    revision = Revision(answer);
                });
            }
        });

    private static string Path(SignedIn person, string question) => $"/api/v1/responses/{person.Response}/answers/{question}";

    private static int Revision(ReadOnlyMemory<byte> answer)
    {
        var text = Encoding.UTF8.GetString(answer.Span);
        var at = text.IndexOf("\"revision\":", StringComparison.Ordinal) + 11;
        return int.Parse(text.AsSpan(at, text.AsSpan(at).IndexOfAnyExceptInRange('0', '9')), CultureInfo.InvariantCulture);
    }

    private static void Check(int status, int wanted)
    {
        if (status != wanted)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The service answered {status} instead of {wanted}."));
        }
    }

    private static async Task<Loaded> RunAsync(int workers, TimeSpan warm, TimeSpan measured, Func<int, Func<Func<Task>, Task>, CancellationToken, Task> work)
    {
        var (clock, begin, times) = (TimeProvider.System, TimeProvider.System.GetTimestamp(), new ConcurrentBag<double>());
        using var stop = new CancellationTokenSource(warm + measured);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => work(worker, NoteAsync, stop.Token))));
        var sorted = times.Order().ToArray();
        return new(sorted.Length / measured.TotalSeconds, At(0.5), At(0.95), At(0.99));

        double At(double share) => sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];

        async Task NoteAsync(Func<Task> request)
        {
            var start = clock.GetTimestamp();
            await request();
            if (clock.GetElapsedTime(begin) is var now && now > warm && now < warm + measured)
            {
                times.Add(clock.GetElapsedTime(start).TotalMilliseconds);
            }
        }
    }
}
