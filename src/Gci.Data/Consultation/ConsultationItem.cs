using Gci.Data.Accounts;
using Gci.Data.Runs;

namespace Gci.Data.Consultation;

/// <summary>What a member or an expert says about a draft edition: a comment, another wording, a new question. The secretariat answers each with a reason.</summary>
public sealed class ConsultationItem
{
    public Guid Id { get; init; }

    public required string Edition { get; init; }

    /// <summary>The code that it is about; null where it is about the whole or proposes a new question.</summary>
    public string? Code { get; init; }

    public required ConsultationKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The wording that is proposed; null for a comment.</summary>
    public string? Proposed { get; init; }

    public required Guid By { get; init; }

    /// <summary>The country of a member; null for an expert or the secretariat.</summary>
    public string? Country { get; init; }

    public required DateTimeOffset At { get; init; }

    public ConsultationOutcome Outcome { get; private set; }

    /// <summary>Why it was taken over or not; read by everybody.</summary>
    public string? Answer { get; private set; }

    public Guid? ResolvedBy { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public const int LongestText = 4000;

    /// <summary>The new item, or why it cannot be.</summary>
    /// <param name="run">How far the edition is; null where it is not being run. Only a draft is consulted on.</param>
    public static (ConsultationItem? Item, Refusal? Refusal) Say(
        Actor actor, string edition, RunState? run, string? code, ConsultationKind kind, string? text, string? proposed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var needsWording = kind is ConsultationKind.Wording or ConsultationKind.NewQuestion;
        var refusal = !MayTakePart(actor) ? new("consultation-not-yours")
            : run != RunState.Draft ? new("consultation-closed")
            : string.IsNullOrWhiteSpace(text) || text.Length > LongestText ? new Refusal("consultation-text", ("maximum", LongestText))
            : needsWording && (string.IsNullOrWhiteSpace(proposed) || proposed.Length > LongestText) ? new("consultation-proposal", ("maximum", LongestText))
            : kind == ConsultationKind.Wording && code is null ? new("consultation-question")
            : null;
        return refusal is not null ? (null, refusal) : (new()
        {
            Id = Guid.CreateVersion7(now),
            Edition = edition,
            Code = kind == ConsultationKind.NewQuestion ? null : code,
            Kind = kind,
            Text = text!.ReplaceLineEndings("\n").Trim(),
            Proposed = needsWording ? proposed!.ReplaceLineEndings("\n").Trim() : null,
            By = actor.Id,
            Country = actor.Country,
            At = now,
        }, null);
    }

    /// <summary>Members through their focal points, experts, and the secretariat itself.</summary>
    public static bool MayTakePart(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role is Role.FocalPoint or Role.Expert || actor.Role.IsSecretariat();
    }

    /// <summary>The secretariat decides and says why; it may decide again.</summary>
    public Refusal? Resolve(Actor actor, ConsultationOutcome outcome, string? answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Role is not (Role.Administrator or Role.Analyst))
        {
            return new("run-not-yours");
        }

        if (WithdrawnAt is not null)
        {
            return new("consultation-withdrawn");
        }

        if (outcome == ConsultationOutcome.Open || string.IsNullOrWhiteSpace(answer) || answer.Length > LongestText)
        {
            return new("consultation-answer", ("maximum", LongestText));
        }

        (Outcome, Answer, ResolvedBy, ResolvedAt) = (outcome, answer.ReplaceLineEndings("\n").Trim(), actor.Id, now);
        return null;
    }

    /// <summary>Whoever said it takes it back, as long as nobody answered.</summary>
    public Refusal? Withdraw(Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (By != actor.Id || ResolvedAt is not null)
        {
            return new(By != actor.Id ? "consultation-not-yours" : "consultation-resolved");
        }

        WithdrawnAt ??= now;
        return null;
    }
}

/// <summary>What is said in a consultation.</summary>
public enum ConsultationKind
{
    Comment,
    Wording,
    NewQuestion,
}

/// <summary>What the secretariat made of it.</summary>
public enum ConsultationOutcome
{
    Open,
    TakenOver,
    PartlyTakenOver,
    NotTakenOver,
}
