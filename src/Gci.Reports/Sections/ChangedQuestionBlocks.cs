using Gci.Editions.Changes;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;
using Gci.Reports.Changes;

namespace Gci.Reports.Sections;

/// <summary>What became of a question, and why.</summary>
internal sealed class ChangedQuestionBlocks(EditionComparison comparison)
{
    private readonly ChangeWording _wording = comparison.Wording;

    internal IEnumerable<Block> Of(QuestionChange change) =>
    [
        new Heading(3, comparison.Head(change)),
        new Facts(
        [
            (comparison.Say("changes.label.what"), comparison.What(change)),
            .. change.Pair is var (old, question) && old.Code != question.Code ? [(comparison.Say("changes.label.code-before"), old.Code)] : Array.Empty<(string, string)>(),
        ]),
        .. change.Reasons.Select(reason => comparison.Compared(comparison.Say("changes.label.reason", ("edition", reason.Edition)), new(TextChange.Whole(reason.Text, PartKind.Kept), Languages.Source))),
        .. change.Pair is var (before, after) ? Differences(change, before, after)
            : [.. change.Before.SelectMany(one => Was(one, change)), .. change.After.SelectMany(one => Is(one, change))],
    ];

    // A question that went is told in its words; one that came with all that is to be known for answering it.
    private IEnumerable<Block> Was(Question question, QuestionChange change) =>
        change.After.IsEmpty ? [comparison.Stands(comparison.Say("changes.label.text"), _wording.Before.Text(question))]
        : [comparison.Stands(comparison.Say("changes.label.was", ("code", question.Code), ("title", _wording.Before.Title(question).Text)), _wording.Before.Text(question))];

    private IEnumerable<Block> Is(Question question, QuestionChange change)
    {
        yield return comparison.Stands(
            change.Before.IsEmpty ? comparison.Say("changes.label.text") : comparison.Say("changes.label.is", ("code", question.Code), ("title", _wording.After.Title(question).Text)),
            _wording.After.Text(question));
        yield return comparison.Stands(comparison.Say("changes.label.help"), _wording.After.Help(question));
        yield return Labelled("changes.label.answer", comparison.Answer(question, isAfter: true));
        yield return Labelled("changes.label.evidence", comparison.Evidence(question, isAfter: true));
        yield return Labelled("changes.label.class", comparison.Class(question.Class));
        if (question.Relevant is not null)
        {
            yield return Labelled("changes.label.condition", comparison.Condition(question, isAfter: true));
        }
    }

    private Compared Labelled(string key, string text) => new(comparison.Say(key), TextChange.Whole(text, PartKind.Kept));

    private IEnumerable<Block> Differences(QuestionChange change, Question old, Question question)
    {
        var parts = comparison.PartsOf(change);
        return
        [
            .. Words("changes.label.title", wording => wording.Title(old), wording => wording.Title(question), old.Title, question.Title),
            .. Words("changes.label.text", wording => wording.Text(old), wording => wording.Text(question), old.Text, question.Text),
            .. Words("changes.label.help", wording => wording.Help(old), wording => wording.Help(question), old.Help, question.Help),
            .. parts.HasFlag(ChangedParts.Answer) ? Answer(old, question) : [],
            .. parts.HasFlag(ChangedParts.Evidence) ? Sentence("changes.label.evidence", comparison.Evidence(old, isAfter: false), comparison.Evidence(question, isAfter: true)) : [],
            .. parts.HasFlag(ChangedParts.Class) ? Sentence("changes.label.class", comparison.Class(old.Class), comparison.Class(question.Class)) : [],
            .. parts.HasFlag(ChangedParts.Condition) ? Sentence("changes.label.condition", comparison.Condition(old, isAfter: false), comparison.Condition(question, isAfter: true)) : [],
            .. parts.HasFlag(ChangedParts.Scoring) ? Sentence("changes.label.scoring", Scored(old), Scored(question)) : [],
            .. parts.HasFlag(ChangedParts.Place) ? Sentence("changes.label.group", GroupOf(old, isAfter: false), GroupOf(question, isAfter: true)) : [],
            .. parts.HasFlag(ChangedParts.Guide) ? [comparison.Compared(comparison.Say("changes.label.guide"), ChangeWording.English(old.Guide, question.Guide))] : Array.Empty<Block>(),
        ];
    }

    private IEnumerable<Block> Words(string key, Func<Wording, Phrase> before, Func<Wording, Phrase> after, string englishBefore, string englishAfter) =>
        englishBefore == englishAfter ? [] : [comparison.Compared(comparison.Say(key), _wording.Of(before, after))];

    private IEnumerable<Block> Sentence(string key, string before, string after) => before == after ? [] : [new Compared(comparison.Say(key), TextChange.Between(before, after))];

    private IEnumerable<Block> Answer(Question old, Question question)
    {
        var (before, after) = ((old.Type as OptionsType)?.Options ?? [], (question.Type as OptionsType)?.Options ?? []);
        return
        [
            .. Sentence("changes.label.answer", comparison.Wanted(old, isAfter: false), comparison.Wanted(question, isAfter: true)),
            .. after.Where(option => !before.Contains(option)).Select(option => before.FirstOrDefault(was => was.Code == option.Code) is { } was
                ? comparison.Compared(OptionLabel(option), _wording.Of(wording => wording.Option(old, was), wording => wording.Option(question, option)))
                : new Compared(OptionLabel(option), TextChange.Whole(_wording.After.Option(question, option).Text, PartKind.Added))),
            .. before.Where(option => after.All(now => now.Code != option.Code))
                .Select(option => new Compared(OptionLabel(option), TextChange.Whole(_wording.Before.Option(old, option).Text, PartKind.Removed))),
            .. question.Type is TableType table ? [new Facts([(comparison.Say("changes.label.columns"), comparison.Row(table.Columns.Select(column => _wording.After.Column(question, column).Text)))])] : Array.Empty<Block>(),
        ];
    }

    private string OptionLabel(Option option) => comparison.Say("changes.label.option", ("code", option.Code));

    private string Scored(Question question) => comparison.Say(question.IsScored ? "changes.scored" : "changes.not-scored");

    private string GroupOf(Question question, bool isAfter)
    {
        var (edition, wording) = isAfter ? (comparison.After, _wording.After) : (comparison.Before, _wording.Before);
        return edition.Questionnaire!.Items().OfType<ItemGroup>().FirstOrDefault(group => group.Items.Contains(question)) is { } group
            ? $"{group.Code}  {wording.Title(group).Text}" : "";
    }
}
