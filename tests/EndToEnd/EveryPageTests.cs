using Gci.Editions.Translations;

namespace Gci.EndToEnd;

/// <summary>Every page, in every language, at every width: nothing that axe finds, nothing cut off.</summary>
public sealed class EveryPageTests(Chromium chromium, ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    public static TheoryData<string> EveryLanguage() => [.. Languages.All];

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public async Task Every_page_is_accessible_in_the_language(string language)
    {
        foreach (var (name, paths) in Pages.Of(service))
        {
            var page = await chromium.OpenAsync(service.Address, Window.Desktop with { Language = language });
            await page.ArriveAsync(name, language);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
                await page.PictureAsync($"{language}-{name}-{Pages.FileName(path, service)}");
                await page.AssertAccessibleAsync();
            }

            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("en", 390, 1)]
    [InlineData("ar", 390, 1)]
    [InlineData("en", 640, 2)]
    [InlineData("ru", 320, 4)]
    public async Task Every_page_fits_the_window(string language, int width, float zoom)
    {
        foreach (var (name, paths) in Pages.Of(service))
        {
            var page = await chromium.OpenAsync(service.Address, new Window(width, 800, language, Zoom: zoom, IsDark: language == "ar"));
            await page.ArriveAsync(name, language);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                await page.PictureAsync($"{language}-{width}-{name}-{Pages.FileName(path, service)}");
                await page.AssertFitsAsync();
            }

            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_dark_scheme_has_enough_contrast()
    {
        foreach (var (name, paths) in Pages.Of(service))
        {
            var page = await chromium.OpenAsync(service.Address, Window.Desktop with { IsDark = true });
            await page.ArriveAsync(name, Languages.Source);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                await page.AssertAccessibleAsync();
            }

            await page.Context.CloseAsync();
        }
    }
}
