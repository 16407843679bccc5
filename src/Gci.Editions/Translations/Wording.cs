using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Tiering;

namespace Gci.Editions.Translations;

/// <summary>What an edition says in one language. Every text comes from here, whichever way it is drawn.</summary>
public sealed class Wording(Edition edition, Translation translation)
{
    public string Language => translation.Language;

    public bool IsRightToLeft => Languages.IsRightToLeft(Language);

    public Phrase Pillar(string code) => translation.Of(TextKeys.Title(code), edition.Pillars.First(pillar => pillar.Code == code).Title);

    public Phrase Introduction(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return translation.Of(TextKeys.Introduction(section.Pillar), section.Introduction);
    }

    public Phrase Title(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return translation.Of(TextKeys.Title(item.Code), item.Title);
    }

    /// <summary>The question itself, or what a group is about.</summary>
    public Phrase Text(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return translation.Of(TextKeys.Text(item), item.Text);
    }

    public Phrase Help(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return translation.Of(TextKeys.Help(question), question.Help);
    }

    public Phrase Option(Question question, Option option)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(option);
        return translation.Of(TextKeys.Option(question, option), option.Label);
    }

    public Phrase Unit(Question question, NumberType type)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(type);
        return translation.Of(TextKeys.Unit(question), type.Unit);
    }

    public Phrase Column(Question question, TableColumn column)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(column);
        return translation.Of(TextKeys.Column(question, column), column.Title);
    }

    public Phrase EvidenceKind(EvidenceKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return translation.Of(TextKeys.EvidenceKind(kind), kind.Title);
    }

    public Phrase Tier(Tier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return translation.Of(TextKeys.TierName(tier.Code), tier.Name);
    }

    /// <summary>What is said of a tier in a sentence.</summary>
    public Phrase TierDescription(TierText tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return translation.Of(TextKeys.TierDescription(tier.Tier.Code), tier.Description);
    }

    /// <summary>What a node of a level is called, such as "indicator".</summary>
    public Phrase Level(Level level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return translation.Of(TextKeys.Level(level.Name), level.Name);
    }

    /// <summary>What several nodes of a level are called.</summary>
    public Phrase Levels(Level level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return translation.Of(TextKeys.Levels(level.Name), level.Plural);
    }
}
