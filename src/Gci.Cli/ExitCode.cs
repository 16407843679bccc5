namespace Gci.Cli;

/// <summary>How a command ends; scripts rely on the numbers.</summary>
internal static class ExitCode
{
    internal const int Done = 0;

    /// <summary>The input or the definitions are wrong; every problem is on standard error, and nothing was written.</summary>
    internal const int WrongInput = 1;

    internal const int WrongUsage = 2;

    /// <summary>A component is missing; the command that installs it is on standard error.</summary>
    internal const int MissingComponent = 3;

    /// <summary>Stopped by Ctrl+C before it was done.</summary>
    internal const int Stopped = 130;
}
