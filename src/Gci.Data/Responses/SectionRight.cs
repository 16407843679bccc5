using System.Collections.Immutable;

namespace Gci.Data.Responses;

/// <summary>What somebody may do with one pillar or section.</summary>
/// <param name="Section">The code of a pillar or of a section, such as <c>LEG</c> or <c>LEG-1</c>.</param>
/// <param name="Right">What the person may do there.</param>
public sealed record SectionRight(string Section, Right Right)
{
    /// <summary>Several as one text, such as <c>LEG:View LEG-1:Edit</c>, in the order of the codes.</summary>
    public static string Written(IEnumerable<SectionRight> rights)
    {
        ArgumentNullException.ThrowIfNull(rights);
        return string.Join(' ', Tidy(rights).Select(right => $"{right.Section}:{right.Right}"));
    }

    /// <summary>What <see cref="Written"/> wrote. A code without a right has the one given for all.</summary>
    /// <exception cref="FormatException">A right has another name.</exception>
    public static ImmutableArray<SectionRight> Read(string text, Right otherwise)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':', 2)).Select(part => new SectionRight(
                part[0], part.Length < 2 ? otherwise : Enum.TryParse<Right>(part[1], out var right) ? right : throw new FormatException($"{part[1]} is not a right."))),
        ];
    }

    /// <summary>The highest right for each code; those that give nothing are left out.</summary>
    internal static IEnumerable<SectionRight> Tidy(IEnumerable<SectionRight> rights) => rights.Where(right => right.Right > Right.None)
        .GroupBy(right => right.Section, (section, same) => new SectionRight(section, same.Max(right => right.Right)))
        .OrderBy(right => right.Section, StringComparer.Ordinal);
}
