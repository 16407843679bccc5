using CsCheck;
using Gci.Editions.Drafting;

namespace Gci.Editions.Tests.Drafting;

/// <summary>Whatever steps are taken, a draft stays an edition without a problem, its map speaks of every earlier question, and a code means one thing.</summary>
public sealed class RandomStepsTests
{
    // Why a step may be refused, though everything it was given is well formed.
    private static readonly string[] s_reasons =
    [
        "which is not a question of this edition.", "which is asked later", "is the last that", "refers to", "can be moved within", "has no option", "which it does not have.",
    ];

    [Fact]
    public void Steps_never_leave_a_problem_nor_an_earlier_question_that_is_unaccounted_for() =>
        RandomStep.Any.Array[1, 8].Sample(
            steps =>
            {
                var (draft, before) = (DerivingTests.Derived("2026"), Shipped.Edition2026.Questionnaire!.Questions().Select(question => question.Code).ToArray());
                var variables = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var step in steps)
                {
                    draft = After(draft, step);
                    Assert.All(draft.Load(new())!.Questionnaire!.Items(), item => Assert.Equal(item.Variable, variables.TryAdd(item.Code, item.Variable) ? item.Variable : variables[item.Code]));
                }

                var problems = new Problems();
                var edition = draft.Load(problems);
                Assert.Empty(problems.InOrder());
                var map = edition!.Migration!;
                Assert.Equal(before.Order(StringComparer.Ordinal), map.Entries.SelectMany(entry => entry.From).Order(StringComparer.Ordinal));
                Assert.Equal(
                    edition.Questionnaire!.Questions().Select(question => question.Code).Order(StringComparer.Ordinal),
                    map.Entries.SelectMany(entry => entry.To).Concat(map.Added).Order(StringComparer.Ordinal));
            },
            iter: 25, threads: 1);

    private static DraftEdition After(DraftEdition draft, RandomStep step)
    {
        var problems = new Problems();
        var next = step.Take(draft, problems);
        Assert.True(next is null == problems.Any, step.ToString());
        Assert.All(problems.InOrder(), problem => Assert.True(s_reasons.Any(reason => problem.Sentence.Contains(reason, StringComparison.Ordinal)), $"{step}: {problem}"));
        return next ?? draft;
    }
}
