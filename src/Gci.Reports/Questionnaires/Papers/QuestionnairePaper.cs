using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;

namespace Gci.Reports.Questionnaires.Papers;

/// <summary>The questionnaire on paper, blank or with the answers of a country: to be printed, discussed and filled in by hand.</summary>
public static class QuestionnairePaper
{
    private const int Steps = 6;

    /// <param name="isBlank">Whether it is the questionnaire alone, of no country.</param>
    /// <param name="only">The codes of the items directly below a pillar that are printed; null for all.</param>
    /// <exception cref="ArgumentException">The edition asks nothing: it is known by its published figures only.</exception>
    public static Report Of(QuestionnaireCopy copy, bool isBlank, ImmutableHashSet<string>? only = null)
    {
        ArgumentNullException.ThrowIfNull(copy);
        copy = copy with { Texts = copy.Texts.Anew() };
        var questionnaire = copy.Edition.Questionnaire ?? throw new ArgumentException($"The edition {copy.Edition.Id} has no questionnaire.", nameof(copy));
        var language = copy.Wording.Language;
        var sections = questionnaire.Sections.Select(section => section with { Items = [.. section.Items.Where(item => only?.Contains(item.Code) ?? true)] })
            .Where(section => !section.Items.IsEmpty).ToImmutableArray();
        var chapters = sections.SelectMany(section => Chapter(copy, section)).ToImmutableArray();
        var paper = new Report(
            copy.Edition.Title,
            isBlank ? copy.Say("document.questionnaire") : copy.AnswersOf(),
            "GciEngine",
            language,
            null,
            copy.Edition.ReferenceDate,
            ImmutableDictionary<string, string>.Empty,
            [
                (copy.Say("document.edition"), copy.Edition.Id),
                .. isBlank ? [] : new[] { (copy.Say("document.country"), $"{copy.Country.NameIn(language)} ({copy.Country.Iso3})") },
                (copy.Say("document.language"), Languages.NameOf(language)),
                (copy.Say("document.reference-date"), AnswerWording.Day(copy.Edition.ReferenceDate, language)),
                (copy.Say("document.questions"), new Questionnaire(sections, []).Questions().Count().ToString(CultureInfo.InvariantCulture)),
                .. isBlank ? [] : new[] { (copy.Say("document.response"), copy.ResponseId) },
            ],
            []);
        return paper with { Blocks = [.. HowToAnswer(copy), .. copy.NoteOnEnglish(), .. chapters] };
    }

    private static IEnumerable<Block> HowToAnswer(QuestionnaireCopy copy)
    {
        yield return new Heading(1, copy.Say("document.how-title"));
        yield return new Bullets([.. Enumerable.Range(1, Steps).Select(step => copy.Say(FormattableString.Invariant($"document.how-{step}")))]);
        if (copy.Wording.Language != Languages.Source)
        {
            yield return new Note(copy.Say("document.fallback-note"));
        }
    }

    private static IEnumerable<Block> Chapter(QuestionnaireCopy copy, Section section)
    {
        yield return new Heading(1, $"{section.Pillar}  {copy.Marked(copy.Wording.Pillar(section.Pillar))}");
        yield return new Paragraph(copy.Marked(copy.Wording.Introduction(section)));
        var questions = new QuestionBlocks(copy);
        foreach (var block in Below(copy, questions, section.Items, 2))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Below(QuestionnaireCopy copy, QuestionBlocks questions, ImmutableArray<Item> items, int level) => items.SelectMany(item => item switch
    {
        ItemGroup group =>
        [
            new Heading(level, $"{group.Code}  {copy.Marked(copy.Wording.Title(group))}"),
            .. questions.Condition(group) is { } condition ? [new Note(condition)] : Array.Empty<Block>(),
            new Paragraph(copy.Marked(copy.Wording.Text(group))),
            .. Below(copy, questions, group.Items, level + 1),
        ],
        Question question => [questions.Of(question, level)],
        _ => Array.Empty<Block>(),
    });
}
