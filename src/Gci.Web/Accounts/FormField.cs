namespace Gci.Web.Accounts;

/// <summary>One input of a plain form with its label, hint and mistake; <c>_Field</c> draws it.</summary>
public sealed record FormField(string Name, string Label, Mistakes Mistakes)
{
    public string Type { get; init; } = "text";

    public string? Value { get; init; }

    public string? Hint { get; init; }

    /// <summary>What browsers and password stores may fill in.</summary>
    public string Autocomplete { get; init; } = "off";

    public int Longest { get; init; } = 200;

    public bool IsRequired { get; init; } = true;

    /// <summary>The keyboard that a phone shows.</summary>
    public string? Keyboard { get; init; }

    public string? Mistake => Mistakes.Of(Name);

    public string? DescribedBy => (Hint, Mistake) switch
    {
        (null, null) => null,
        (not null, null) => $"{Name}-hint",
        (null, not null) => $"{Name}-error",
        _ => $"{Name}-hint {Name}-error",
    };
}

/// <summary>A list to choose from; <c>_Choice</c> draws it.</summary>
/// <param name="Options">Value and text of each.</param>
public sealed record FormChoice(string Name, string Label, Mistakes Mistakes, string? Value, IReadOnlyList<(string Value, string Text)> Options)
{
    public string? Hint { get; init; }

    /// <summary>The text that stands for no choice; null where one must be made.</summary>
    public string? None { get; init; }
}
