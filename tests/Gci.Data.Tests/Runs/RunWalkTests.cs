using Gci.Data.Accounts;
using Gci.Data.Runs;

namespace Gci.Data.Tests.Runs;

/// <summary>A hundred thousand steps at random, by everybody and in every state, beside a table of what may happen that knows nothing of the code.</summary>
public sealed class RunWalkTests
{
    private const int Steps = 100_000;

    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    // State, step, state after it, and how many people it takes.
    private static readonly (RunState From, RunStep Step, RunState To, int People)[] s_table =
    [
        (RunState.Draft, RunStep.Open, RunState.Open, 1),
        (RunState.Open, RunStep.CloseAnswering, RunState.Verification, 1),
        (RunState.Verification, RunStep.Reopen, RunState.Open, 1),
        (RunState.Verification, RunStep.Freeze, RunState.Frozen, 2),
        (RunState.Frozen, RunStep.Resume, RunState.Verification, 1),
        (RunState.Frozen, RunStep.Publish, RunState.Published, 2),
        (RunState.Published, RunStep.Correct, RunState.Published, 2),
        (RunState.Published, RunStep.Archive, RunState.Archived, 1),
    ];

    private static readonly Actor[] s_people = [.. Enum.GetValues<Role>().SelectMany(role => (Actor[])[new(Guid.NewGuid(), "A", role, null), new(Guid.NewGuid(), "B", role, null)])];

    private EditionRun _run = null!;
    private RunState _state;
    private (RunStep Step, Guid By, string Content)? _proposed;

    [Fact]
    public void No_sequence_of_steps_does_what_the_table_does_not_allow()
    {
        var random = new Random(20261124);
        var (taken, reached) = (0, new HashSet<RunState>());
        for (var step = 0; step < Steps; step++)
        {
            if (step % 2_000 == 0)
            {
                (_run, _state, _proposed) = (EditionRun.Begin(s_people.First(person => person.Role == Role.Analyst), "2026", s_now), RunState.Draft, null);
            }

            taken += Step(random) ? 1 : 0;
            Assert.Equal((_state, _proposed?.Step, _proposed?.By), (_run.State, _run.Proposed, _run.ProposedBy));
            reached.Add(_state);
        }

        Assert.Equal(Enum.GetValues<RunState>(), reached.Order());
        Assert.InRange(taken, Steps / 50, Steps);
    }

    private bool Step(Random random)
    {
        var (actor, step, content) = (s_people[random.Next(s_people.Length)], Enum.GetValues<RunStep>()[random.Next(8)], random.Next(4) == 0 ? "other" : "hash");
        var known = s_table.FirstOrDefault(row => row.From == _state && row.Step == step);
        var may = actor.Role is Role.Analyst or Role.Administrator;
        switch (random.Next(8))
        {
            case 0 or 1:
                return Same(_run.Take(actor, step, s_now), may && known.People == 1, () => (_state, _proposed) = (known.To, null));
            case 2 or 3 or 4:
                return Same(_run.Propose(actor, step, content, "A note.", s_now), may && known.People == 2, () => _proposed = (step, actor.Id, content));
            case 5 or 6:
                var isSecond = _proposed is { } made && made.Step == step && made.By != actor.Id && made.Content == content;
                return Same(_run.Confirm(actor, step, content, s_now), may && known.People == 2 && isSecond, () => (_state, _proposed) = (known.To, null));
            default:
                return Same(_run.Withdraw(actor, s_now), may && _proposed is not null, () => _proposed = null);
        }
    }

    private static bool Same(Refusal? refusal, bool allowed, Action then)
    {
        Assert.Equal(allowed, refusal is null);
        if (allowed)
        {
            then();
        }

        return allowed;
    }
}
