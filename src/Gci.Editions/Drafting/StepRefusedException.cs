namespace Gci.Editions.Drafting;

/// <summary>Ends a step that cannot be taken, with the reasons.</summary>
internal sealed class StepRefusedException : Exception
{
    internal StepRefusedException(Problems reasons) => Reasons = reasons;

    internal StepRefusedException(string file, int line, string sentence)
        : this(new()) => Reasons.Add(file, line, sentence);

    internal Problems Reasons { get; }
}
