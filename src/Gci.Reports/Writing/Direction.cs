namespace Gci.Reports.Writing;

/// <summary>Which way a language is read.</summary>
internal static class Direction
{
    private static readonly string[] RightToLeft = ["ar", "fa", "he", "ps", "ur"];

    public static bool IsRightToLeft(string language) => RightToLeft.Contains(language.Split('-')[0].ToLowerInvariant());
}
