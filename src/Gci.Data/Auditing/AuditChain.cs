namespace Gci.Data.Auditing;

/// <summary>The hash chain of one response.</summary>
public static class AuditChain
{
    /// <summary>What stands before the first link.</summary>
    public static string Genesis { get; } = new('0', 64);
}
