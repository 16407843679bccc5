using Gci.Editions.Translations;

namespace Gci.Editions.Changes;

/// <summary>What two editions say, in one language, word by word beside each other.</summary>
public sealed class ChangeWording(EditionChanges changes, string language)
{
    private readonly (Wording Before, Wording After) _english = (changes.Before.In(Languages.Source), changes.After.In(Languages.Source));

    public string Language => language;

    public EditionChanges Changes => changes;

    public Wording Before { get; } = changes.Before.In(language);

    public Wording After { get; } = changes.After.In(language);

    /// <summary>How a text changed. Both sides are in English where either is not translated, or where the translations do not show what changed.</summary>
    /// <param name="before">Takes the text from what the edition before says.</param>
    /// <param name="after">Takes the text from what the edition after says.</param>
    public WordedChange Of(Func<Wording, Phrase> before, Func<Wording, Phrase> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now, oldEnglish, nowEnglish) = (before(Before), after(After), before(_english.Before).Text, after(_english.After).Text);
        return old.IsFallback || now.IsFallback || (old.Text == now.Text && oldEnglish != nowEnglish)
            ? new(TextChange.Between(oldEnglish, nowEnglish), Languages.Source)
            : new(TextChange.Between(old.Text, now.Text), language);
    }

    /// <summary>How a text changed that exists in English only, such as a paragraph of the method.</summary>
    public static WordedChange English(string before, string after) => new(TextChange.Between(before, after), Languages.Source);
}

/// <summary>How a text changed, and the language that it is really in.</summary>
public sealed record WordedChange(TextChange Change, string Language);
