using System.Text.RegularExpressions;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Tests.Canaries;

/// <summary>A word that stands in one field of answers of one class and nowhere else.</summary>
/// <param name="Field">What it was typed into, such as <c>comment</c>.</param>
internal readonly partial record struct Canary(Confidentiality Class, string Field)
{
    /// <summary>What a country types.</summary>
    internal static IReadOnlyList<string> OfCountry { get; } =
        ["value", "reason", "comment", "title", "place", "link", "file-name", "file-content", "remark-to-colleagues", "remark-to-the-secretariat", "suggestion", "objection"];

    /// <summary>What reviewers type.</summary>
    internal static IReadOnlyList<string> OfStaff { get; } = ["note-of-the-verdict", "part-that-is-proven", "note-on-evidence", "reason-of-the-return", "proposal"];

    internal static IEnumerable<Canary> All(IEnumerable<string> fields) => Enum.GetValues<Confidentiality>().SelectMany(of => fields.Select(field => new Canary(of, field)));

    public override string ToString() => $"canary-{Class.Word()}-{Field}-end";

    /// <summary>All that a text holds.</summary>
    internal static IEnumerable<Canary> In(string text) => Word().Matches(text).Select(found => new Canary(ClassTable.Of(found.Groups[1].Value)!.Value, found.Groups[2].Value)).Distinct();

    [GeneratedRegex("canary-(public|aggregate|secretariat|restricted)-([a-z-]+?)-end")]
    private static partial Regex Word();
}
