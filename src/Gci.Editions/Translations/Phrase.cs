namespace Gci.Editions.Translations;

/// <summary>A text as it is shown: in the language asked for, or in English where that is missing.</summary>
/// <param name="Language">The language that the text is really in; a page marks it where it is not its own.</param>
/// <param name="State">How far the translation is; <see cref="TranslationState.Approved"/> for the source itself.</param>
public readonly record struct Phrase(string Text, string Language, TranslationState State)
{
    /// <summary>Whether English stands in for a translation that is missing.</summary>
    public bool IsFallback => State == TranslationState.Missing;

    public override string ToString() => Text;
}

/// <summary>How far a translation is.</summary>
public enum TranslationState
{
    /// <summary>There is none; English stands in.</summary>
    Missing,

    /// <summary>The English text changed after it was translated.</summary>
    Stale,

    /// <summary>Translated, by a machine or a person, and not yet approved.</summary>
    Draft,

    /// <summary>Approved by a speaker of the language.</summary>
    Approved,
}
