using Gci.Editions.Questionnaires;

namespace Gci.Editions.Translations;

/// <summary>All texts of an edition that are translated, file by file in the order of the questionnaire. Guides are not: only reviewers see them.</summary>
internal static class EditionTexts
{
    /// <summary>The file of the words that many questions share.</summary>
    internal const string CommonFile = "common.yaml";

    internal static IEnumerable<SourceText> Of(Edition edition)
    {
        if (edition.Questionnaire is not { } questionnaire)
        {
            return [];
        }

        return
        [
            .. questionnaire.Sections.SelectMany(section => Section(edition, section)),
            .. questionnaire.EvidenceKinds.Select(kind => new SourceText(QuestionnaireReader.KindsFile, TextKeys.EvidenceKind(kind), kind.Title)),
            .. Common(edition).Select(text => new SourceText(CommonFile, text.Key, text.English)),
        ];
    }

    private static IEnumerable<SourceText> Section(Edition edition, Section section)
    {
        var pillar = edition.Pillars.First(pillar => pillar.Code == section.Pillar);
        return new[] { (Key: TextKeys.Title(pillar.Code), English: pillar.Title), (Key: TextKeys.Introduction(pillar.Code), English: section.Introduction) }
            .Concat(new Questionnaire([section], []).Items().SelectMany(Item))
            .Select(text => new SourceText(pillar.Variable + ".yaml", text.Key, text.English));
    }

    /// <summary>The texts of one question or group, by key.</summary>
    internal static IEnumerable<(string Key, string English)> Item(Item item) =>
        new[] { (TextKeys.Title(item.Code), item.Title), (TextKeys.Text(item), item.Text) }
            .Concat(item is Question question ? Type(question).Prepend((TextKeys.Help(question), question.Help)) : []);

    private static IEnumerable<(string Key, string English)> Type(Question question) => question.Type switch
    {
        ChoiceType { IsYesPartialNo: true } => [],
        OptionsType type => type.Options.Select(option => (TextKeys.Option(question, option), option.Label)),
        NumberType type => [(TextKeys.Unit(question), type.Unit)],
        TableType type => type.Columns.Select(column => (TextKeys.Column(question, column), column.Title)),
        _ => [],
    };

    private static IEnumerable<(string Key, string English)> Common(Edition edition) =>
        ChoiceType.YesPartialNo.Options.Select(option => (TextKeys.SharedOption(option), option.Label))
            .Concat(edition.Tiers.BestFirst.SelectMany(tier => new[] { (TextKeys.TierName(tier.Tier.Code), tier.Tier.Name), (TextKeys.TierDescription(tier.Tier.Code), tier.Description) }))
            .Concat(edition.Levels.DistinctBy(level => level.Name).SelectMany(level => new[] { (TextKeys.Level(level.Name), level.Name), (TextKeys.Levels(level.Name), level.Plural) }));
}
