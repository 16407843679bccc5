using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Gci.Reports.Blocks;
using Gci.Reports.Writing.Charts;

namespace Gci.Reports.Writing.Pdf;

/// <summary>The blocks of one report as JSON, with figures drawn and the outline put in order.</summary>
internal sealed class BlockJson(Report report)
{
    // Points between the margins of the template, and the two columns of a country page.
    private const double Page = 470;
    private const double Left = 283.5;
    private const double Right = 166.5;

    private readonly TableJson tables = new(report.Language);
    private readonly Outline outline = new(report.Blocks);

    public IEnumerable<JsonNode> All()
    {
        foreach (var (block, index) in report.Blocks.Select((block, index) => (block, index)))
        {
            if (outline.IndexBefore(index) is { } chapter)
            {
                yield return new JsonObject { ["kind"] = "index", ["chapter"] = chapter };
            }

            yield return block switch
            {
                Heading heading => HeadingOf(heading, outline.Level(index)),
                CountryPage page => CountryOf(page, index),
                FormEntry entry => FormJson.Of(entry, outline.Level(index)),
                _ => One(block, Page),
            };
        }
    }

    private JsonObject CountryOf(CountryPage page, int index) => new()
    {
        ["kind"] = "country",
        ["name"] = PlainText.Breakable(page.Name),
        ["subtitle"] = PlainText.Breakable(page.Subtitle),
        ["tier"] = page.TierCode,
        ["tierName"] = page.TierName is null ? null : PlainText.Breakable(page.TierName),
        ["mark"] = page.Mark is null ? null : PlainText.Breakable(page.Mark),
        ["level"] = outline.Level(index),
        ["chapter"] = outline.IndexChapter(index),
        ["follows"] = index > 0 && report.Blocks[index - 1] is Heading { Level: 1 } && outline.IndexBefore(index) is null,
        ["fits"] = CountryRoom.SurelyFits(page, Left, Right, Page, (figure, width) => Draw(figure, width).Height),
        ["scale"] = page.Mark is null ? null : MarkedRoom.Scale(page, Left, Right, Page, (figure, width) => Draw(figure, width).Height),
        ["left"] = Blocks(page.Left, Left, outline.Level(index)),
        ["right"] = Blocks(page.Right, Right, outline.Level(index)),
        ["foot"] = Blocks(page.Foot, Page, outline.Level(index)),
    };

    private JsonArray Blocks(ImmutableArray<Block> blocks, double width, int above) =>
        [.. blocks.Select(block => block is Heading heading ? HeadingOf(heading, above + 1) : One(block, width))];

    private static JsonObject HeadingOf(Heading heading, int level) =>
        new() { ["kind"] = "heading", ["level"] = level, ["text"] = PlainText.Breakable(heading.Text) };

    private JsonObject One(Block block, double width) => block switch
    {
        Paragraph paragraph => Texted("paragraph", paragraph.Text),
        Note note => Texted("note", note.Text),
        Bullets bullets => new JsonObject { ["kind"] = "bullets", ["items"] = JsonText.Array(bullets.Items) },
        Numbered numbered => Paired("numbered", numbered.Paragraphs),
        Facts facts => Paired("facts", facts.Items),
        KeyFigures figures => Paired("keyFigures", figures.Figures),
        NameList list => new JsonObject
        {
            ["kind"] = "names",
            ["title"] = PlainText.Breakable(list.Title),
            ["tier"] = list.TierCode,
            ["names"] = JsonText.Array(list.Names),
            ["marks"] = new JsonArray([.. list.Marks.Select(mark => mark is null ? null : (JsonNode)PlainText.Breakable(mark))]),
        },
        Compared compared => ComparedJson.Of(compared),
        Table table => tables.Of(table, width),
        Figure figure => FigureOf(figure, width),
        _ => throw new UnreachableException($"No place for a {block.GetType().Name} here."),
    };

    private JsonObject FigureOf(Figure figure, double width)
    {
        var drawing = Draw(figure, width);
        return new()
        {
            ["kind"] = "figure",
            ["title"] = PlainText.Breakable(figure.Title),
            ["alternative"] = PlainText.Of(figure.Alternative),
            ["width"] = drawing.Width,
            ["height"] = drawing.Height,
            ["svg"] = drawing.ToSvgWithoutLabels(),
            ["labels"] = new JsonArray([.. drawing.Labels.Select(LabelOf)]),
        };
    }

    private Drawing Draw(Figure figure, double width) => Chart.Of(figure, new ChartStyle(width, report.Language, report.TierColours));

    private static JsonObject LabelOf(ChartLabel label) => new()
    {
        ["x"] = label.X,
        ["y"] = label.Y,
        ["text"] = label.Text,
        ["size"] = label.Size,
        ["fill"] = label.Fill,
        ["anchor"] = label.Anchor.ToString(),
        ["bold"] = label.Bold,
    };

    private static JsonObject Texted(string kind, string text) => new() { ["kind"] = kind, ["text"] = PlainText.Breakable(text) };

    private static JsonObject Paired(string kind, ImmutableArray<(string, string)> pairs) =>
        new() { ["kind"] = kind, ["items"] = new JsonArray([.. pairs.Select(pair => JsonText.Pair(pair.Item1, pair.Item2))]) };
}
