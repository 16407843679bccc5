using System.Text.RegularExpressions;
using Gci.Editions;
using Gci.Editions.Changes;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;
using Gci.Reports.Changes;
using Gci.Testing;
using UglyToad.PdfPig;
using Pdf = Gci.Reports.Tests.Writing.Written;

namespace Gci.Reports.Tests.Changes;

/// <summary>What changed from 2024 to 2026 as document, workbook, table and for programs.</summary>
public sealed partial class EditionComparisonTests
{
    private static readonly Edition s_before = Load("2024");
    private static readonly Edition s_after = Load("2026");
    private static readonly string[] s_rooms = ["Gci.Reports", "Gci.Web"];
    private static readonly EditionChanges s_changes = EditionChanges.Between(s_before, s_after);

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    private static EditionComparison In(string language, bool showsGuides = true, EditionChanges? changes = null) => new(changes ?? s_changes, Interface()[language].Anew(), showsGuides);

    [Fact]
    public void The_document_says_what_it_said() => Golden.Matches(BlockText.Of(EditionChangesReport.Of(In("en"))), "report.txt");

    [Fact]
    public void In_Arabic_words_stand_in_Arabic_and_what_exists_in_English_only_is_marked()
    {
        var compared = EditionChangesReport.Blocks(In("ar")).OfType<Compared>().ToArray();
        var help = s_changes.Questions.Single(change => change.Codes.Contains("COO-3.1")).After[0];

        Assert.Contains(compared, block => block.Language is null && block.Change.After == s_after.In("ar").Help(help).Text && !block.Change.IsSame);
        Assert.All(compared, block => Assert.Equal(block.Language is not null, block.Label.EndsWith(']')));
        Assert.All(compared.Where(block => block.Language is null), block => Assert.DoesNotMatch("^[ -~]*$", block.Change.After));
    }

    [Fact]
    public void The_workbook_holds_what_it_held() => Golden.Matches(BlockText.Of(EditionChangesWorkbook.Of(In("en"))), "workbook.txt");

    [Fact]
    public void The_table_holds_what_it_held() => Golden.Matches(ChangesCsv.Text(In("en", showsGuides: false)), "changes.csv");

    [Fact]
    public void Two_editions_that_differ_in_rules_tiers_and_countries_are_told_apart() =>
        Golden.Matches(BlockText.Of(EditionChangesReport.Of(In("en", changes: EditionChanges.Between(Shores.Edition, OtherShores.Edition)))), "other-shores.txt");

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task The_document_can_be_drawn_in_every_language(string language)
    {
        var text = string.Concat(Pdf.Pages(await Pdf.PdfAsync(EditionChangesReport.Of(In(language)))));

        Assert.All(s_changes.Questions, change => Assert.All(change.Codes, code => Assert.True(
            text.Contains(code, StringComparison.Ordinal) || change is { Kind: QuestionChangeKind.Same, Pillar: "ORG" or "CAP" }, code)));
    }

    [Fact]
    public async Task The_same_comparison_gives_the_same_bytes() => Assert.Equal(await Pdf.PdfAsync(EditionChangesReport.Of(In("ar"))), await Pdf.PdfAsync(EditionChangesReport.Of(In("ar"))));

    [Fact]
    public async Task Marks_can_be_copied_out_of_the_document()
    {
        using var document = PdfDocument.Open(await Pdf.PdfAsync(Pdf.Of(new Heading(1, "Changes"), new Compared("Text", TextChange.Between("Is there a law?", "Is there an act?")))));

        Assert.Contains("[−alaw][+anact]", string.Concat(document.GetPages().Select(page => Pdf.Squeezed(page.Text))), StringComparison.Ordinal);
    }

    [Fact]
    public void Respondents_never_see_what_reviewers_look_for()
    {
        var comparison = In("en", showsGuides: false);
        var texts = string.Join('\n', BlockText.Of(EditionChangesReport.Of(comparison)), BlockText.Of(EditionChangesWorkbook.Of(comparison)), ChangesCsv.Text(comparison));
        var guides = s_changes.Questions.SelectMany(change => change.After).Where(question => s_before.Questionnaire!.Questions().All(old => old.Guide != question.Guide)).Select(question => question.Guide).ToArray();

        Assert.NotEmpty(guides);
        Assert.DoesNotContain("Reviewers’ guide", texts, StringComparison.OrdinalIgnoreCase);
        Assert.All(guides, guide => Assert.DoesNotContain(guide[^40..], texts, StringComparison.Ordinal));
        Assert.Contains("guide changed", BlockText.Of(EditionChangesReport.Of(In("en"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Between_an_edition_and_itself_nothing_differs()
    {
        var comparison = In("en", changes: EditionChanges.Between(s_after, s_after));

        Assert.Contains(EditionChangesReport.Blocks(comparison), block => block is Note { Text: "Nothing differs between these two editions." });
        Assert.DoesNotContain(EditionChangesReport.Blocks(comparison), block => block is Compared);
    }

    [Fact]
    public void Every_sentence_about_changes_is_asked_for_and_every_one_that_is_asked_for_is_there()
    {
        var texts = Interface()[Languages.Source];
        var source = string.Join('\n', s_rooms.SelectMany(room => Directory.EnumerateFiles(Repository.At("src", room), "*.cs*", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var asked = Key().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        string[] computed = ["changes.kind.", "changes.part.", "changes.class.", "changes.form.", "changes.credit.", "changes.rule.", "changes.unknown."];

        Assert.All(asked, key => Assert.True(texts.Has(key) || texts.Has($"{key}.other"), key));
        Assert.All(
            texts.Keys.Where(key => key.StartsWith("changes.", StringComparison.Ordinal) && !computed.Any(start => key.StartsWith(start, StringComparison.Ordinal))),
            key => Assert.Contains(Plural().Replace(key, ""), asked));
    }

    private static Edition Load(string id)
    {
        var problems = new Problems();
        return new EditionsFolder(Repository.Root).Load(id, problems) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, InterfaceTexts> Interface() => new EditionsFolder(Repository.Root).Interface(new());

    [GeneratedRegex("\"(changes\\.[a-z][A-Za-z.-]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("\\.(one|other)$")]
    private static partial Regex Plural();
}
