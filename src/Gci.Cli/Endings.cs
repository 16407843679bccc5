using Gci.Editions;

namespace Gci.Cli;

/// <summary>Ends a verb because its input or the definitions are wrong.</summary>
internal sealed class WrongInputException(Problems problems) : Exception
{
    internal Problems Problems => problems;

    /// <summary>Goes on only where nothing is wrong.</summary>
    internal static void ThrowIfAny(Problems problems)
    {
        if (problems.Any)
        {
            throw new WrongInputException(problems);
        }
    }
}

/// <summary>Ends a verb because it was called in a way that it does not know.</summary>
internal sealed class WrongUsageException(string sentence) : Exception(sentence);
