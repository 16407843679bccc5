using System.Collections.Immutable;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Pdf;

/// <summary>The levels of a report's headings without gaps, and where a chapter of many countries gets an index of its own.</summary>
/// <remarks>PDF/UA forbids that a heading skips a level. A few country pages are listed in the contents; many would bury it.</remarks>
internal sealed class Outline
{
    private const int MostInContents = 8;
    private readonly int[] levels;
    private readonly int[] chapters;
    private readonly Dictionary<int, int> indexes = [];

    public Outline(ImmutableArray<Block> blocks)
    {
        (levels, chapters) = (new int[blocks.Length], new int[blocks.Length]);
        var (level, chapter) = (0, 0);
        foreach (var (block, index) in blocks.Select((block, index) => (block, index)))
        {
            level = block switch
            {
                Heading heading => Math.Clamp(heading.Level, 1, level + 1),
                FormEntry entry => Math.Clamp(entry.Level, 1, level + 1),
                CountryPage => Math.Min(2, level + 1),
                _ => level,
            };
            chapter += block is Heading && level == 1 ? 1 : 0;
            (levels[index], chapters[index]) = (level, chapter);
        }

        foreach (var countries in Enumerable.Range(0, blocks.Length).Where(index => blocks[index] is CountryPage).GroupBy(index => chapters[index]))
        {
            if (countries.Count() > MostInContents)
            {
                indexes[countries.Key] = countries.First();
            }
        }
    }

    public int Level(int block) => levels[block];

    /// <summary>The chapter whose index of countries stands right before this block, or null.</summary>
    public int? IndexBefore(int block) => indexes.TryGetValue(chapters[block], out var first) && first == block ? chapters[block] : null;

    /// <summary>The chapter in whose index this country stands, or null if the contents lists it.</summary>
    public int? IndexChapter(int block) => indexes.ContainsKey(chapters[block]) ? chapters[block] : null;
}
