namespace Gci.Data.Mailing;

/// <summary>A mail that waits to be sent. It is written in the transaction of what it tells about, so neither exists alone.</summary>
public sealed class QueuedMail
{
    public Guid Id { get; init; }

    public required string To { get; init; }

    public required string Language { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public string? Error { get; set; }

    /// <summary>Puts it in the queue as if it had never been tried; a mail that was sent stays sent.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        if (SentAt is null)
        {
            (Attempts, DueAt) = (0, now);
        }
    }
}
