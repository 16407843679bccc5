using Gci.Data;

namespace Gci.Web.Answering;

/// <summary>What was done, or why it was not.</summary>
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    internal static Outcome<T> Done(T value) => new(value, null);

    internal static Outcome<T> Not(Refusal refusal) => new(null, refusal);

    internal static Outcome<T> Of(T value, Refusal? refusal) => refusal is null ? Done(value) : Not(refusal);
}
