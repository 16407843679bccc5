using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Gci.EndToEnd.Chromium))]

namespace Gci.EndToEnd;

/// <summary>The system's own Chromium, one for all tests; each test opens windows of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] s_quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (s_places.FirstOrDefault(File.Exists) is { } program)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = s_quiet });
        }
    }

    /// <summary>A window with cookies of its own. Skips the test where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(Uri address, Window? window = null)
    {
        Assert.SkipUnless(_browser is not null, "Chromium is not installed; apt-get install chromium.");
        var chosen = window ?? Window.Desktop;
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = chosen.Language,
            ViewportSize = new() { Width = chosen.Width, Height = chosen.Height },
            DeviceScaleFactor = chosen.Zoom,
            JavaScriptEnabled = chosen.HasScript,
            ColorScheme = chosen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>How somebody looks at the service. Sizes in CSS pixels; at a zoom of 2 a screen of 1280 pixels shows 640 of them.</summary>
public sealed record Window(int Width = 1280, int Height = 900, string Language = "en", bool HasScript = true, bool IsDark = false, float Zoom = 1)
{
    public static Window Desktop { get; } = new();

    public static Window Phone { get; } = new(390, 844);

    public static Window WithoutScript { get; } = new(HasScript: false);

    public static Window Zoomed { get; } = new(640, 450, Zoom: 2);

    /// <summary>1280 pixels at 400 %, the narrowest that WCAG 1.4.10 asks for.</summary>
    public static Window Narrow { get; } = new(320, 640, Zoom: 4);
}
