using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gci.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Gci.Web.Api;

/// <summary>Some of a list, with the address of those that follow; the header <c>Link</c> says the same.</summary>
/// <param name="Items">The entries, in the list's own order.</param>
/// <param name="Next">The address of the entries that follow; null where these are the last.</param>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which part of a list a program asks for. Every list of the API takes it.</summary>
public sealed class Window
{
    internal const int Usual = 50;
    internal const int Most = 200;

    [FromQuery(Name = "limit"), Range(1, Most), Description("How many entries at most, 1 to 200; 50 where it is left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "after"), Description("Where to go on: what the link to the next entries had here. Left out, the list starts at its beginning.")]
    public string? After { get; init; }

    /// <summary>How many to read: one more than is shown, to know whether there are more.</summary>
    internal int Take => (Limit ?? Usual) + 1;

    /// <summary>Null for a beginning or for no number.</summary>
    internal int? AfterNumber => int.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal Refusal? WhyNot() => Limit is < 1 or > Most ? new("page-limit", ("maximum", Most)) : null;

    /// <summary>The same, where entries are counted and <see cref="After"/> is a number.</summary>
    internal Refusal? WhyNotNumber() => WhyNot() ?? (After is not null && AfterNumber is null ? new Refusal("page-after") : null);
}

internal static class Slices
{
    /// <summary>A part of a list that is at hand whole.</summary>
    /// <param name="keyOf">A text that no two entries share.</param>
    internal static (Slice<T>? Slice, Refusal? Refusal) Of<T>(HttpContext http, Window window, IReadOnlyList<T> all, Func<T, string> keyOf)
    {
        var begin = window.After is null ? 0 : all.TakeWhile(item => keyOf(item) != window.After).Count() + 1;
        return window.WhyNot() is { } refusal ? (null, refusal)
            : begin > all.Count ? (null, new("page-after"))
            : (Of(http, window, all.Skip(begin).Take(window.Take), keyOf), null);
    }

    /// <summary>A part of a list of which <see cref="Window.Take"/> entries were read.</summary>
    internal static Slice<T> Of<T>(HttpContext http, Window window, IEnumerable<T> read, Func<T, string> keyOf)
    {
        var items = read.ToList();
        if (items.Count < window.Take)
        {
            return new(items, null);
        }

        items.RemoveAt(items.Count - 1);
        return Ending(http, window, items, keyOf(items[^1]));
    }

    /// <summary>Entries, and where the list goes on; null where these are the last.</summary>
    internal static Slice<T> Ending<T>(HttpContext http, Window window, IReadOnlyList<T> items, string? after)
    {
        if (after is null)
        {
            return new(items, null);
        }

        var next = QueryHelpers.AddQueryString(http.Request.Path, [.. Others(http), new("limit", (window.Take - 1).ToString(CultureInfo.InvariantCulture)), new("after", after)]);
        http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return new(items, next);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Others(HttpContext http) =>
        http.Request.Query.Where(pair => pair.Key is not ("limit" or "after")).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
}
