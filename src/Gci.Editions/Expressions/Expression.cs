using System.Collections.Immutable;

namespace Gci.Editions.Expressions;

/// <summary>
/// A condition on earlier answers, such as <c>TEC-1.1 in (yes, partial)</c>. The language is total: every expression ends, with true,
/// false, or unknown (null) where an answer it needs is not there.
/// </summary>
public abstract record Expression
{
    private protected Expression()
    {
    }
}

public sealed record Or(Expression Left, Expression Right) : Expression;

public sealed record And(Expression Left, Expression Right) : Expression;

public sealed record Not(Expression Operand) : Expression;

/// <summary>Whether a question has an answer; never unknown.</summary>
public sealed record Answered(string Question) : Expression;

/// <summary>Whether the chosen option is one of those named.</summary>
public sealed record In(string Question, ImmutableArray<string> Options) : Expression;

/// <summary>Whether an option is among those ticked.</summary>
public sealed record Contains(string Question, string Option) : Expression;

/// <summary>A comparison of an answer, or of a count, with a fixed value.</summary>
public sealed record Comparison(Operand Left, Comparator Comparator, Literal Right) : Expression;

public enum Comparator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>What stands on the left of a comparison.</summary>
public abstract record Operand(string Question);

/// <summary>The answer itself: an option, a number or a date.</summary>
public sealed record AnswerOf(string Question) : Operand(Question);

/// <summary>How many rows a table has, or how many options are ticked.</summary>
public sealed record CountOf(string Question) : Operand(Question);

/// <summary>A fixed value.</summary>
public abstract record Literal;

public sealed record WordLiteral(string Word) : Literal;

public sealed record NumberLiteral(double Number) : Literal;

public sealed record DateLiteral(DateOnly Date) : Literal;
