namespace Gci.Data.Responses;

/// <summary>Opens a section of a country's response to a contributor.</summary>
public sealed class SectionGrant
{
    public Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The code of a pillar or of a section, such as <c>LEG</c> or <c>LEG-1</c>.</summary>
    public required string Section { get; init; }

    public required Right Right { get; set; }

    public required Guid GrantedBy { get; init; }

    public required DateTimeOffset At { get; init; }
}
