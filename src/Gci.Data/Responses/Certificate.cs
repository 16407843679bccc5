using Gci.Data.Auditing;

namespace Gci.Data.Responses;

/// <summary>What somebody declares who certifies a response.</summary>
/// <param name="Name">The name as it was typed.</param>
/// <param name="Office">The office that the person holds.</param>
/// <param name="IsDeclared">Whether the declaration was ticked.</param>
/// <param name="Unanswered">How many unanswered questions the person acknowledged.</param>
/// <param name="Content">The hash of the answers and evidence that the person was shown.</param>
public sealed record Certificate(string? Name, string? Office, bool IsDeclared, int Unanswered, string? Content)
{
    public const int Longest = 200;

    /// <summary>What is wrong with it, one refusal a field; empty where nothing is.</summary>
    /// <param name="unanswered">How many questions are unanswered now.</param>
    public IEnumerable<Refusal> Mistakes(int unanswered)
    {
        if (!IsWritten(Name))
        {
            yield return new("certify-name", ("maximum", Longest));
        }

        if (!IsWritten(Office))
        {
            yield return new("certify-office", ("maximum", Longest));
        }

        if (Unanswered != unanswered)
        {
            yield return new("certify-unanswered", ("count", unanswered));
        }

        if (!IsDeclared)
        {
            yield return new("certify-declaration");
        }
    }

    internal static string HashOf(string content, string name, string office, int unanswered) =>
        CanonicalHash.Of("certificate", content, name, office, CanonicalHash.Number(unanswered));

    private static bool IsWritten(string? text) => !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= Longest && !text.Any(char.IsControl);
}
