using Gci.Testing;

namespace Gci.Web.Tests.Rights;

/// <summary>One line of the table of rights: a route, and what everybody is answered.</summary>
/// <param name="Route">The pattern, with the handler of a page as <c>?handler=Name</c>.</param>
/// <param name="Open">A letter a person, on a response that is open, or where the route has none.</param>
/// <param name="Submitted">The same on a submitted response; empty where the route has none.</param>
/// <param name="With">What is sent: nothing, <c>json …</c>, <c>form a=b</c>, <c>file</c>.</param>
internal sealed record RightsRow(string Method, string Route, string Open, string Submitted, string With)
{
    public string Name => $"{Method} /{Route}";

    public bool IsOfResponse => Route.Contains("responses/{id:guid}", StringComparison.Ordinal);

    public override string ToString() => $"{$"{Method,-6} /{Route}",-84} {Open} {Submitted,-10} {With}".TrimEnd();
}

/// <summary>The table in <c>rights.txt</c>. GCI_ACCEPT=1 writes down what was found; git shows what changed, and somebody reads every letter of it.</summary>
internal static class RightsTable
{
    private static readonly Lock s_writing = new();

    private static string File => Repository.At("tests", "Gci.Web.Tests", "Rights", "rights.txt");

    private static string[] Lines => System.IO.File.ReadAllLines(File);

    internal static IReadOnlyList<RightsRow> Rows { get; } = [.. Lines.Where(IsRow).Select(Row)];

    internal static bool Accepts => Environment.GetEnvironmentVariable("GCI_ACCEPT") == "1";

    internal static void Accept(RightsRow row)
    {
        lock (s_writing)
        {
            System.IO.File.WriteAllLines(File, Lines.Select(line => IsRow(line) && Row(line).Name == row.Name ? row.ToString() : line));
        }
    }

    /// <summary>Adds lines for routes that have none; the next run finds out their letters.</summary>
    internal static void Add(IEnumerable<string> names)
    {
        lock (s_writing)
        {
            System.IO.File.AppendAllLines(File, names.Select(name => Row($"{name} ?").ToString()));
        }
    }

    private static bool IsRow(string line) => line.Length > 0 && line[0] != '#';

    private static RightsRow Row(string line)
    {
        var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rest = (words.Length > 2 ? words[2] : "").Split(' ', 2, StringSplitOptions.TrimEntries);
        var isOfResponse = words[1].Contains("responses/{id:guid}", StringComparison.Ordinal);
        var more = (rest.Length > 1 ? rest[1] : "").Split(' ', 2, StringSplitOptions.TrimEntries);
        return isOfResponse
            ? new(words[0], words[1].TrimStart('/'), rest[0], more[0], more.Length > 1 ? more[1] : "")
            : new(words[0], words[1].TrimStart('/'), rest[0], "", string.Join(' ', more).Trim());
    }
}
