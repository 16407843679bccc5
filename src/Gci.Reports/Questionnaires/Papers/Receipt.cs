namespace Gci.Reports.Questionnaires.Papers;

/// <summary>What was received when a response was submitted.</summary>
/// <param name="Copy">All answers and evidence as they were received.</param>
/// <param name="Person">Who certified, as the name was typed.</param>
/// <param name="Unanswered">How many questions were left unanswered on purpose.</param>
/// <param name="Content">The fingerprint of all answers and evidence.</param>
/// <param name="ChainLength">The number of the entry that the submission added to the chain.</param>
/// <param name="ChainHead">Its fingerprint.</param>
/// <param name="Seal">Null until the chains are sealed.</param>
public sealed record Receipt(
    QuestionnaireCopy Copy, string Person, string Office, DateTimeOffset At, int Unanswered, string Content, int ChainLength, string ChainHead, ReceiptSeal? Seal);

/// <summary>The first seal that vouches for the submission.</summary>
/// <param name="Length">How long the chain was when it was sealed.</param>
public sealed record ReceiptSeal(int Number, DateTimeOffset At, int Length, string Hash, string Signature);
