
namespace Gci.EndToEnd;

/// <summary>The pages that each kind of person sees, by sign-in name.</summary>
public static class Pages
{
    /// <summary>Somebody who is not signed in.</summary>
    public const string Anybody = "anybody";

    public static IEnumerable<(string Name, string[] Paths)> Of(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        var kenya = $"/responses/{service.Kenya}";
        yield return (Anybody, ["/", "/account/sign-in", "/no-such-page"]);
        yield return ("amina", ["/responses", kenya, $"{kenya}/sections/LEG-1", $"{kenya}/sections/CAP-1", $"{kenya}/sections/COO-1", $"{kenya}/copies", $"{kenya}/check"]);
        yield return ("amina", [$"{kenya}/people", $"{kenya}/people/invite", $"{kenya}/messages", $"{kenya}/messages/country/LEG-1.1.1", $"{kenya}/history", $"{kenya}/questions/LEG-1.1.1"]);
        yield return ("barasa", [kenya, $"{kenya}/sections/LEG-1"]);
        yield return ("rosa", ["/responses", "/messages", $"{kenya}/messages"]);
    }

    /// <summary>A path as the name of a picture.</summary>
    public static string FileName(string path, Service service)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(service);
        return path.Replace(service.Kenya.ToString(), "ken", StringComparison.Ordinal).Trim('/').Replace('/', '-') is { Length: > 0 } name ? name : "home";
    }
}
