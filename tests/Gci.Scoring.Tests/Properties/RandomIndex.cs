using System.Collections.Immutable;
using CsCheck;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Credits;

namespace Gci.Scoring.Tests.Properties;

/// <summary>One node of a random index; a leaf has a question, a group has children.</summary>
internal sealed record Branch(double Weight, Question? Question, Branch[] Children);

/// <summary>A question of some kind, and four codes from no credit to full credit.</summary>
internal sealed record Question(CreditRule Rule, double[] Codes);

/// <summary>A random index: a tree of depth 1 to 5, its weights, its rules and its questions.</summary>
internal sealed class RandomIndex
{
    private static readonly Gen<Question> s_question = Gen.OneOf(
        new Question(new OptionCredit(0, 0.3, 0.5, 1), [0, 1, 2, 3]),
        new Question(new TickCredit(0.1, 1 / 3.0, 0.2, 1 / 3.0, 1 / 3.0), [0, 1, 7, 31]),
        new Question(new BandCredit((1, 0.2), (5, 0.7), (10, 1)), [0, 2, 5, 99]),
        new Question(new AgeCredit((2, 1), (5, 0.6), (8, 0.1)), [9, 7, 3, 0]));

    private static readonly Gen<double> s_weight = Gen.Frequency((9, Gen.Double[0.01, 10]), (1, Gen.Const(0.0)));

    /// <summary>All aggregators and policies.</summary>
    internal static Gen<RandomIndex> Any { get; } = Make(Gen.OneOf<Aggregator>(
        new Points(), new ArithmeticMean(), new GeometricMean(), new HarmonicMean(), new PowerMean(2), new PowerMean(-0.5), new PowerMean(0)));

    /// <summary>Points and arithmetic means only.</summary>
    internal static Gen<RandomIndex> Linear { get; } = Make(Gen.OneOf<Aggregator>(new Points(), new ArithmeticMean()));

    private readonly Dictionary<string, Question> _questions = [];

    private RandomIndex(Branch root, ImmutableArray<LevelRule> levels, double? points)
    {
        (Levels, Points) = (levels, levels.Any(level => level.Aggregator is Points) ? points ?? 1 : points);
        Add("n", null, root);
        (Tree, Weights) = (IndexTree.Build(Pairs), new("random", WeightByCode.ToImmutable()));
        Scorer = Score(Tree, Weights);
    }

    internal List<(string Code, string? Parent)> Pairs { get; } = [];

    internal IndexTree Tree { get; }

    internal WeightSet Weights { get; }

    internal Scorer Scorer { get; }

    internal Dictionary<string, CreditRule> Credits { get; } = new(StringComparer.Ordinal);

    private ImmutableArray<LevelRule> Levels { get; }

    private double? Points { get; }

    private ImmutableDictionary<string, double>.Builder WeightByCode { get; } =
        ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);

    internal Scorer Score(IndexTree tree, WeightSet weights) => new(tree, weights, Levels, Points, Credits);

    /// <summary>The code of an answer to a question, by its place: 0 earns nothing, 3 everything.</summary>
    internal double Code(string question, int place) => _questions[question].Codes[place];

    /// <summary>Random answers of countries C0, C1 and so on, the same for the same seed; of <paramref name="gaps"/> in ten there is none.</summary>
    internal AnswerTable Answers(int countries, int seed, int gaps = 0)
    {
        var (random, answers) = (new Random(seed), new AnswerTable(Tree, Enumerable.Range(0, countries).Select(country => $"C{country}")));
        foreach (var leaf in Tree.Leaves)
        {
            for (var country = 0; country < countries; country++)
            {
                answers[country, leaf.Code] = random.Next(10) < gaps ? CodedAnswer.Unanswered : Code(leaf.Code, random.Next(4));
            }
        }

        return answers;
    }

    private static Gen<RandomIndex> Make(Gen<Aggregator> aggregators)
    {
        var level = Gen.Select(
            aggregators, Gen.OneOf(UnknownPolicy.Zero, UnknownPolicy.Renormalise, UnknownPolicy.Block), Gen.OneOf(0, 0.3, 0.6, 1),
            (aggregator, unknown, availability) => new LevelRule(aggregator, unknown, availability));
        return Gen.Select(
            Gen.Int[1, 5].SelectMany(Group), level.Array[6], Gen.OneOf<double?>(null, 1, 20, 100),
            (root, levels, points) => new RandomIndex(root, [.. levels], points));
    }

    // The first child always has a weight, so that no group is empty.
    private static Gen<Branch> Group(int depth) => Gen.Select(
        s_weight, Gen.Double[0.01, 10], Child(depth - 1).Array[1, 4],
        (weight, first, children) => new Branch(weight, null, [children[0] with { Weight = first }, .. children[1..]]));

    private static Gen<Branch> Child(int depth)
    {
        var leaf = Gen.Select(s_weight, s_question, (weight, question) => new Branch(weight, question, []));
        return depth == 0 ? leaf : Gen.Frequency((1, leaf), (2, Group(depth)));
    }

    private void Add(string code, string? parent, Branch branch)
    {
        Pairs.Add((code, parent));
        WeightByCode.Add(code, branch.Weight);
        if (branch.Question is { } question)
        {
            (_questions[code], Credits[code]) = (question, question.Rule);
        }

        foreach (var (place, child) in branch.Children.Index())
        {
            Add($"{code}.{place}", code, child);
        }
    }
}
