namespace Gci.Data;

/// <summary>
/// Why something is not allowed now. What people read is the interface text <c>refusal.CODE</c> in their language, with the values put in;
/// programs get the code.
/// </summary>
/// <param name="Code">One of the catalogue of problems, such as <c>already-submitted</c>.</param>
/// <param name="Values">What the sentence names: numbers, codes, days.</param>
public sealed record Refusal(string Code, params (string Name, object? Value)[] Values)
{
    internal static Refusal? If(bool isWrong, string code, params (string Name, object? Value)[] values) => isWrong ? new(code, values) : null;

    internal static Refusal? Unless(bool isRight, string code, params (string Name, object? Value)[] values) => If(!isRight, code, values);
}
