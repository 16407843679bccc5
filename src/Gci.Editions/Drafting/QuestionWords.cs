namespace Gci.Editions.Drafting;

/// <summary>The words of a question. A group has a title and a text only, and the text of a pillar is its introduction.</summary>
/// <param name="Text">The question itself, or what a group is about.</param>
/// <param name="Help">What counts and what does not.</param>
/// <param name="Guide">What a reviewer looks for.</param>
public sealed record QuestionWords(string Title, string Text, string Help = "", string Guide = "");
