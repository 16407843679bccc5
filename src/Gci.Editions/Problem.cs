namespace Gci.Editions;

/// <summary>Something wrong in a file, said so that its author can mend it.</summary>
/// <param name="File">The file as the user named it, or relative to the editions' root.</param>
/// <param name="Place">Line, or sheet and cell such as <c>Answers!B7</c>; for a file as a whole, line 1.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record Problem(string File, string Place, string Sentence)
{
    public override string ToString() => $"{File}:{Place}: {Sentence}";
}
