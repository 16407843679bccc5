namespace Gci.Tiering.Stability;

/// <summary>A run of draws by their numbers: the unit of work for a thread and for a machine.</summary>
/// <param name="From">The number of the first draw.</param>
/// <param name="To">One more than the number of the last.</param>
public readonly record struct DrawRange(long From, long To)
{
    public long Count => To - From;
}
