using Gci.Editions.Drafting;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Drafting;

/// <summary>The words of a question that others become, on a page.</summary>
public sealed class NewQuestionForm
{
    public string? Variable { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? Help { get; set; }

    public string? Guide { get; set; }

    public bool IsEmpty => new[] { Variable, Title, Text, Help, Guide }.All(string.IsNullOrWhiteSpace);

    /// <summary>What was typed.</summary>
    public NewQuestionDraft Draft() => new(Written(Variable), Written(Title), Written(Text), Written(Help), Written(Guide));

    private static string Written(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>The words of a question that others become; how it is answered and proved it takes over from them.</summary>
/// <param name="Variable">What is measured, such as <c>illegal_access</c>.</param>
/// <param name="Title">A short label.</param>
/// <param name="Text">The question itself.</param>
/// <param name="Help">What counts and what does not.</param>
/// <param name="Guide">What a reviewer looks for; never shown to respondents.</param>
public sealed record NewQuestionDraft(string Variable, string Title, string Text, string Help, string Guide)
{
    internal NewQuestion Like(Question question) => NewQuestion.Like(question, Variable, new(Title, Text, Help, Guide));
}
