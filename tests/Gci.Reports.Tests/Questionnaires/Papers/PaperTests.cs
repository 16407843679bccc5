using System.Collections.Immutable;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;
using Gci.Reports.Questionnaires;
using Gci.Reports.Questionnaires.Papers;
using Gci.Testing;
using UglyToad.PdfPig;
using Pdf = Gci.Reports.Tests.Writing.Written;

namespace Gci.Reports.Tests.Questionnaires.Papers;

public sealed class PaperTests
{
    private static readonly DateTimeOffset s_time = new(2026, 11, 24, 10, 42, 31, TimeSpan.Zero);

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    private static QuestionnaireCopy Filled(string language, int seed = 3)
    {
        var answers = RandomAnswers.Of(Sample.Edition, new Random(seed));
        return Sample.Copy(language, answers) with
        {
            Evidence = answers.Where(answer => !answer.Value.Links.IsEmpty).ToImmutableSortedDictionary(
                answer => answer.Key,
                answer => answer.Value.Links.Select(link => new CopiedEvidence(link.Kind, link.Title, "article 12", link.Url, null)).Append(new("law", "Act", null, "act.pdf", new('a', 64))).ToImmutableArray(),
                StringComparer.Ordinal),
        };
    }

    private static Receipt Received(QuestionnaireCopy copy) => new(
        copy, "Amina Wanjiru", "Director-General", s_time, 7, new('c', 64), 138, new('d', 64), new(12, s_time.AddSeconds(1), 140, new('e', 64), new('f', 128)));

    private static QuestionnaireCopy Legal() => Filled("en") is var copy ? copy with { Answers = copy.Answers.Where(answer => answer.Key.StartsWith("LEG", StringComparison.Ordinal)).ToImmutableSortedDictionary(StringComparer.Ordinal) } : null!;

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Every_question_stands_on_paper(string language)
    {
        var copy = Filled(language);
        var text = string.Concat(Pdf.Pages(await Pdf.PdfAsync(QuestionnairePaper.Of(copy, isBlank: false))));

        Assert.All(copy.Edition.Questionnaire!.Questions(), question =>
        {
            Assert.Contains(question.Code, text, StringComparison.Ordinal);

            // PdfPig gives Arabic in the order of the page and in pieces.
            if (!copy.Wording.IsRightToLeft)
            {
                Assert.Contains(Pdf.Squeezed(copy.Wording.Text(question).Text), text, StringComparison.Ordinal);
            }
        });
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task A_receipt_can_be_drawn_in_every_language_whatever_was_answered(string language)
    {
        var text = string.Concat(Pdf.Pages(await Pdf.PdfAsync(ReceiptPaper.Of(Received(Filled(language))))));

        Assert.Contains(new string('d', 64), text, StringComparison.Ordinal);
        Assert.Contains(new string('f', 128), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Arabic_question_begins_at_the_right()
    {
        using var document = PdfDocument.Open(await Pdf.PdfAsync(QuestionnairePaper.Of(Sample.Copy("ar"), isBlank: true)));
        var page = document.GetPages().First(one => Pdf.Squeezed(one.Text).Contains("LEG-1.1.1", StringComparison.Ordinal) && one.Number > 3);
        var code = page.Letters.Where(letter => letter.Value == "L").MinBy(letter => Math.Abs(letter.Location.Y - (page.Height / 2)))!;

        Assert.True(code.Location.X > page.Width / 2);
    }

    [Fact]
    public async Task The_same_copy_gives_the_same_bytes() => Assert.Equal(
        await Pdf.PdfAsync(QuestionnairePaper.Of(Legal(), isBlank: false)), await Pdf.PdfAsync(QuestionnairePaper.Of(Legal(), isBlank: false)));

    [Fact]
    public void One_pillar_says_what_it_said() =>
        Golden.Matches(BlockText.Of(QuestionnairePaper.Of(Legal(), isBlank: false, [.. Legal().Edition.Questionnaire!.Sections[0].Items.Select(item => item.Code)])), "legal.txt");

    [Fact]
    public void A_receipt_says_what_it_said() => Golden.Matches(BlockText.Of(ReceiptPaper.Of(Received(Legal()))), "receipt.txt");

    [Fact]
    public void A_receipt_without_a_seal_says_so()
    {
        var facts = ReceiptPaper.Of(Received(Legal()) with { Seal = null }).Blocks.OfType<Facts>().SelectMany(block => block.Items).ToArray();

        Assert.Contains(("Number of the seal", "Not yet sealed"), facts);
        Assert.DoesNotContain(facts, fact => fact.Name == "Signature of the seal");
    }

    [Fact]
    public void A_blank_questionnaire_names_no_country_and_holds_no_answer()
    {
        var text = BlockText.Of(QuestionnairePaper.Of(Sample.Copy("en"), isBlank: true));

        Assert.DoesNotContain("Kenya", text, StringComparison.Ordinal);
        Assert.DoesNotContain("response-7", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[x]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(x)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_translated_is_marked_and_keeps_its_language()
    {
        var edition = Sample.Edition with { Translations = ImmutableDictionary<string, Translation>.Empty };

        var entries = QuestionnairePaper.Of(Sample.Copy(edition, "fr"), isBlank: true).Blocks.OfType<FormEntry>().ToArray();

        Assert.Equal(edition.Questionnaire!.Questions().Count(), entries.Length);
        Assert.All(entries, entry => Assert.Equal(("en", "en", "en", true), (entry.Title.Language, entry.Text.Language, entry.Help.Language, entry.Mark is not null)));
        Assert.All(QuestionnairePaper.Of(Sample.Copy("fr"), isBlank: true).Blocks.OfType<FormEntry>(), entry => Assert.Null(entry.Mark));
    }

    [Fact]
    public async Task A_question_stays_on_one_page_with_what_is_filled_in()
    {
        var pages = Pdf.Pages(await Pdf.PdfAsync(QuestionnairePaper.Of(Sample.Copy("en"), isBlank: true)));
        var choices = Sample.Edition.Questionnaire!.Questions().Where(question => question.Type is ChoiceType).ToArray();

        Assert.All(choices, question => Assert.Contains(pages.Skip(2), page =>
            page.Contains(Pdf.Squeezed(question.Code + question.Title), StringComparison.Ordinal) && page.Contains(Pdf.Squeezed(((ChoiceType)question.Type).Options[^1].Label), StringComparison.Ordinal)
            && page.IndexOf("Webaddressorfile", page.IndexOf(Pdf.Squeezed(question.Code + question.Title), StringComparison.Ordinal), StringComparison.Ordinal) > 0));
    }
}
