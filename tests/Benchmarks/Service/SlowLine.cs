using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gci.Testing;

namespace Gci.Benchmarks.Service;

/// <summary>When the first question can be read in a real Chromium over a slow line: 400 ms latency, 41 kB/s. Nothing where there is no Chromium.</summary>
internal static class SlowLine
{
    private static readonly string? s_chromium = ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists);

    internal static async Task<IEnumerable<Figure>> MeasureAsync(Uri address, SignedIn person, CancellationToken cancel)
    {
        if (s_chromium is null)
        {
            return [];
        }

        var at = new UriBuilder(address) { Host = "localhost" }.Uri;
        var sections = await person.SectionsAsync(address, cancel);
        using var folder = new TemporaryFolder();
        using var browser = Process.Start(new ProcessStartInfo(s_chromium,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--remote-debugging-port=0", $"--user-data-dir={folder.Path}", "about:blank"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            using var page = await DebuggedPage.OpenAsync(browser, cancel);
            await page.CallAsync("Network.enable", new { }, cancel);
            // A browser that was never here: the session without the mark that it has the style sheet.
            foreach (var cookie in person.Cookies.Split("; ").Where(cookie => !cookie.StartsWith("__Host-gci-style", StringComparison.Ordinal)).Select(cookie => cookie.Split('=', 2)))
            {
                await page.CallAsync("Network.setCookie", new { name = cookie[0], value = cookie[1], url = at.ToString(), path = "/", secure = true }, cancel);
            }

            await page.CallAsync("Network.emulateNetworkConditions", new { offline = false, latency = 400, downloadThroughput = 41_000, uploadThroughput = 41_000 }, cancel);
            var first = await ReadableAsync(page, new Uri(at, sections[0]), cancel);
            await page.CallAsync("Page.navigate", new { url = new Uri(at, "/responses").ToString() }, cancel);
            await Task.Delay(TimeSpan.FromSeconds(4), cancel); // until the style sheet is there
            var next = await ReadableAsync(page, new Uri(at, sections[1]), cancel);
            return
            [
                new("ServicePage", "first question readable, first visit, 400 ms and 41 kB/s", first, 1, "s"),
                new("ServicePage", "first question readable, after another page, 400 ms and 41 kB/s", next, 1, "s"),
            ];
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(cancel);
        }
    }

    // Painted and in place: the first frame in which the first question is there, after its style sheet.
    private static async Task<double> ReadableAsync(DebuggedPage page, Uri address, CancellationToken cancel)
    {
        await page.CallAsync("Page.addScriptToEvaluateOnNewDocument", new
        {
            source = "(function look() { const q = document.querySelector('fieldset.question legend'); const painted = performance.getEntriesByName('first-contentful-paint')[0];"
                + " if (q && painted && q.getBoundingClientRect().height > 0) { window.readable = Math.max(painted.startTime, window.seen || 0); } else { if (q && !window.seen) window.seen = performance.now(); requestAnimationFrame(look); } })()",
        }, cancel);
        await page.CallAsync("Page.navigate", new { url = address.ToString() }, cancel);
        for (var tries = 0; tries < 200; tries++)
        {
            await Task.Delay(100, cancel);
            var found = await page.CallAsync("Runtime.evaluate", new { expression = "location.href === " + JsonSerializer.Serialize(address.ToString()) + " && window.readable || 0", returnByValue = true }, cancel);
            if (found["result"]?["value"]?.GetValue<double>() is > 0 and var milliseconds)
            {
                return milliseconds / 1000;
            }
        }

        return double.NaN;
    }

    /// <summary>A page of the browser, steered by its debugging protocol.</summary>
    private sealed class DebuggedPage(ClientWebSocket socket) : IDisposable
    {
        private int _calls;

        internal static async Task<DebuggedPage> OpenAsync(Process browser, CancellationToken cancel)
        {
            string? line;
            do
            {
                line = await browser.StandardError.ReadLineAsync(cancel) ?? throw new InvalidOperationException("Chromium did not start.");
            }
            while (!line.StartsWith("DevTools listening on ", StringComparison.Ordinal));
            _ = browser.StandardError.ReadToEndAsync(cancel);
            _ = browser.StandardOutput.ReadToEndAsync(cancel);
            using var client = new HttpClient();
            var list = await client.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{new Uri(line[22..]).Port}/json/list")), cancel);
            var target = JsonNode.Parse(list)!.AsArray().First(found => found!["type"]!.GetValue<string>() == "page")!["webSocketDebuggerUrl"]!.GetValue<string>();
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new(target), cancel);
            var page = new DebuggedPage(socket);
            await page.CallAsync("Page.enable", new { }, cancel);
            return page;
        }

        internal async Task<JsonNode> CallAsync(string method, object parameters, CancellationToken cancel)
        {
            var id = ++_calls;
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text, true, cancel);
            while (true)
            {
                var message = JsonNode.Parse(await MessageAsync(cancel))!;
                if (message["id"]?.GetValue<int>() == id)
                {
                    return message["result"] ?? throw new InvalidOperationException(message.ToJsonString());
                }
            }
        }

        public void Dispose() => socket.Dispose();

        private async Task<string> MessageAsync(CancellationToken cancel)
        {
            using var whole = new MemoryStream();
            var buffer = new byte[1 << 14];
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(), cancel);
                whole.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            return Encoding.UTF8.GetString(whole.ToArray());
        }
    }
}
