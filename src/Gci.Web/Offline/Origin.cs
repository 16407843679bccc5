using System.Globalization;
using Gci.Data.Responses;

namespace Gci.Web.Offline;

/// <summary>Where changes are brought from, and a mark that makes bringing the same twice the same as once.</summary>
public sealed record Origin(OriginKind Kind, string Mark)
{
    /// <summary>The most that a mark has: a SHA-256 cut to 64 bits, or an id without hyphens.</summary>
    private const int LongestMark = 32;

    /// <summary>From a workbook with these bytes.</summary>
    public static Origin Workbook(byte[] content) => new(OriginKind.Workbook, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))[..16]);

    /// <summary>From somebody's own private copy. Nothing that is kept says so in words: others must not learn that there is one.</summary>
    public static Origin SelfAssessment(Guid response) => new(OriginKind.SelfAssessment, response.ToString("N"));

    /// <summary>Null where a form names none.</summary>
    public static Origin? Of(string? kind, string? mark) =>
        Enum.TryParse<OriginKind>(kind, out var known) && Enum.IsDefined(known) && mark is { Length: > 0 and <= LongestMark } && mark.All(char.IsAsciiLetterOrDigit) ? new(known, mark) : null;

    public Provenance Provenance => Kind == OriginKind.Workbook ? Provenance.Workbook : Provenance.Country;

    /// <summary>The revision is part of it: the same workbook may bring the same answer again after somebody else changed it.</summary>
    public string Key(string question, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Kind == OriginKind.Workbook ? "workbook" : "self")}-{Mark}-{revision}-{question}");
}

public enum OriginKind
{
    Workbook,
    SelfAssessment,
}
