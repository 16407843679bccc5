using Gci.Data.Auditing;

namespace Gci.Data.Responses;

/// <summary>One state of the answer to a question. Revisions are appended, never changed; the highest one counts.</summary>
public sealed class AnswerRevision
{
    public required Guid ResponseId { get; init; }

    public required string Question { get; init; }

    /// <summary>1, 2, 3, … without a gap for each question.</summary>
    public required int Revision { get; init; }

    /// <summary>The answer as text, as <c>AnswerParser</c> takes it; null where it was cleared or does not apply.</summary>
    public string? Value { get; init; }

    public bool IsNotApplicable { get; init; }

    /// <summary>Why the question does not apply.</summary>
    public string? Reason { get; init; }

    public string? Comment { get; init; }

    public required Provenance Source { get; init; }

    /// <summary>Why it was changed, where somebody said so: an accepted suggestion, an import.</summary>
    public string? Why { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Made by the client; the same key is never recorded twice in a response.</summary>
    public required string Key { get; init; }

    /// <summary>The entry of the audit chain that was written with it.</summary>
    public required int AuditSequence { get; init; }

    /// <summary>Whether what it says was taken out for a reader whom it does not reach; never so in the database.</summary>
    public bool IsWithheld { get; private init; }

    public bool IsAnswered => Value is not null || IsNotApplicable || IsWithheld;

    public bool NeedsConfirmation => Source == Provenance.PrefilledUnconfirmed && IsAnswered;

    /// <summary>That there is an answer, by whom and since when, without what it says.</summary>
    internal AnswerRevision Withheld() => new()
    {
        ResponseId = ResponseId,
        Question = Question,
        Revision = Revision,
        Source = Source,
        By = By,
        At = At,
        Key = "",
        AuditSequence = AuditSequence,
        IsWithheld = IsAnswered,
    };

    public AnswerDraft AsDraft() => new(Value, IsNotApplicable, Reason, Comment);

    internal string ContentHash() => CanonicalHash.Of(
        "answer", Question, CanonicalHash.Number(Revision), Value, IsNotApplicable ? "n/a" : "", Reason, Comment, Source.ToString(), Why, Key);
}
