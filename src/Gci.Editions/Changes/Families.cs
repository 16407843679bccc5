namespace Gci.Editions.Changes;

/// <summary>Questions of several editions, each by the place of its edition and its code, united into families.</summary>
internal sealed class Families
{
    private readonly Dictionary<(int Edition, string Code), (int Edition, string Code)> _heads = [];

    /// <summary>The member that stands for the family; one that was never united is its own.</summary>
    internal (int Edition, string Code) Of((int Edition, string Code) member)
    {
        while (_heads.TryGetValue(member, out var head))
        {
            member = head;
        }

        return member;
    }

    internal void Unite(IReadOnlyList<(int Edition, string Code)> members)
    {
        foreach (var member in members)
        {
            var (one, other) = (Of(members[0]), Of(member));
            if (one != other)
            {
                _heads[other] = one;
            }
        }
    }
}
