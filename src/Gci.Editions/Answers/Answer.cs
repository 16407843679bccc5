using System.Collections.Immutable;

namespace Gci.Editions.Answers;

/// <summary>An answer, checked against its question.</summary>
public abstract record Answer;

/// <summary>The option that was chosen.</summary>
public sealed record OptionAnswer(string Option) : Answer;

/// <summary>The options that were ticked, in ordinal order.</summary>
public sealed record TickAnswer(ImmutableSortedSet<string> Options) : Answer;

public sealed record NumberAnswer(double Number) : Answer;

public sealed record DateAnswer(DateOnly Date) : Answer;

public sealed record TextAnswer(string Text) : Answer;

/// <summary>Rows with one text a column of the question's table, in its order; dates and numbers are written invariantly.</summary>
public sealed record TableAnswer(ImmutableArray<ImmutableArray<string>> Rows) : Answer;
