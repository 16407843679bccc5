namespace Gci.Reports.Writing;

/// <summary>Something outside .NET that a writer needs is not installed; the message says what, and the command that installs it.</summary>
public sealed class MissingComponentException : Exception
{
    public MissingComponentException(string component, string command)
        : base($"{component} is missing. Install it with: {command}")
    {
        Component = component;
        Command = command;
    }

    public string Component { get; }

    public string Command { get; }
}
