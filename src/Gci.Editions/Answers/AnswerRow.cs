namespace Gci.Editions.Answers;

/// <summary>One answer as it stands in a file, not yet checked against a questionnaire.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Place">Where the answer stands: a line, or sheet and cell such as <c>Answers!C7</c>.</param>
/// <param name="Country">What stands for the country.</param>
/// <param name="Code">What stands for the question.</param>
/// <param name="Answer">The answer as text: an option, ticked options with <c>;</c> between them, a number, a date, a text, a table as JSON.</param>
/// <param name="Comment">The respondent's remark, null where there is none.</param>
public sealed record AnswerRow(string File, string Place, string Country, string Code, string Answer, string? Comment)
{
    /// <summary>Where the country stands, if not at <see cref="Place"/>.</summary>
    public string CountryPlace { get; init; } = Place;

    /// <summary>Where the code stands, if not at <see cref="Place"/>.</summary>
    public string CodePlace { get; init; } = Place;

    /// <summary>Where the comment stands, if not at <see cref="Place"/>.</summary>
    public string CommentPlace { get; init; } = Place;
}
