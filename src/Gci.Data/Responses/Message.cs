using Gci.Data.Auditing;

namespace Gci.Data.Responses;

/// <summary>A remark on a response or on one of its questions.</summary>
public sealed class Message
{
    public Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    /// <summary>Null where it is about the whole response.</summary>
    public string? Question { get; init; }

    public required Audience Audience { get; init; }

    public required string Text { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal string ContentHash() => CanonicalHash.Of("message", Id.ToString(), Question, Audience.ToString(), Text);
}

/// <summary>Who reads a message.</summary>
public enum Audience
{
    /// <summary>The people of the country only.</summary>
    Country,

    /// <summary>The country and the secretariat.</summary>
    Secretariat,
}
