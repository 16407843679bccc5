namespace Gci.Web;

/// <summary>Values as sentences of pages and mails hold them.</summary>
public static class Spoken
{
    /// <summary>What somebody typed: it keeps its own direction inside a sentence.</summary>
    public static string Isolated(string? typed) => $"\u2068{typed}\u2069";
}
