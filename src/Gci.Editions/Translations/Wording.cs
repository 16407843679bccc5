using Gci.Editions.Questionnaires;
using Gci.Tiering;

namespace Gci.Editions.Translations;

/// <summary>What an edition says in one language. Every text comes from here, whichever way it is drawn.</summary>
public sealed class Wording(Edition edition, Translation translation)
{
    public string Language => translation.Language;

    public bool IsRightToLeft => Languages.IsRightToLeft(Language);

    public Phrase Pillar(string code) => translation.Of($"{code}/title", edition.Pillars.First(pillar => pillar.Code == code).Title);

    public Phrase Introduction(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return translation.Of($"{section.Pillar}/introduction", section.Introduction);
    }

    public Phrase Title(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return translation.Of($"{item.Code}/title", item.Title);
    }

    /// <summary>The question itself, or what a group is about.</summary>
    public Phrase Text(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return translation.Of($"{item.Code}/text", item.Text);
    }

    public Phrase Help(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return translation.Of($"{question.Code}/help", question.Help);
    }

    public Phrase Option(Question question, Option option)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(option);
        var owner = question.Type is ChoiceType { IsYesPartialNo: true } ? "" : $"{question.Code}/";
        return translation.Of($"{owner}option/{option.Code}", option.Label);
    }

    public Phrase Unit(Question question, NumberType type)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(type);
        return translation.Of($"{question.Code}/unit", type.Unit);
    }

    public Phrase Column(Question question, TableColumn column)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(column);
        return translation.Of($"{question.Code}/column/{column.Code}", column.Title);
    }

    public Phrase EvidenceKind(EvidenceKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return translation.Of($"kind/{kind.Code}", kind.Title);
    }

    public Phrase Tier(Tier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return translation.Of($"tier/{tier.Code}/name", tier.Name);
    }
}
