using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;

namespace Gci.Data.Tests.Reviews;

/// <summary>Random walks over states and roles against a table written by hand: nothing that the table forbids ever happens, and nothing it allows is refused.</summary>
public sealed class WorkflowTests
{
    private const int Steps = 100_000;

    private static readonly Dictionary<string, Actor> s_people = new()
    {
        ["focal"] = new(Guid.NewGuid(), "Amina", Role.FocalPoint, "KEN"),
        ["foreign"] = new(Guid.NewGuid(), "Awa", Role.FocalPoint, "SEN"),
        ["contributor"] = new(Guid.NewGuid(), "Peter", Role.Contributor, "KEN"),
        ["reviewer"] = new(Guid.NewGuid(), "Ingrid", Role.Reviewer, null),
        ["stranger"] = new(Guid.NewGuid(), "Mateo", Role.Reviewer, null),
        ["analyst"] = new(Guid.NewGuid(), "Priya", Role.Analyst, null),
        ["administrator"] = new(Guid.NewGuid(), "Helen", Role.Administrator, null),
        ["expert"] = new(Guid.NewGuid(), "Leilani", Role.Expert, null),
    };

    // Action, who may, in which states, and the state after it. Written from the process and not from the code.
    private static readonly (string Action, string Who, string States, string After)[] s_model =
    [
        ("certify", "focal", "NotStarted InProgress", "Submitted"),
        ("extend", "analyst administrator", "NotStarted InProgress NoReply", "InProgress"),
        ("miss", "administrator", "NotStarted InProgress", "NoReply"),
        ("resume", "analyst administrator", "NoReply", "InProgress"),
        ("judge", "reviewer", "Submitted UnderReview", "UnderReview"),
        ("return", "reviewer analyst administrator", "Submitted UnderReview", "Returned"),
        ("object", "focal", "Returned", "Returned"),
        ("resubmit", "focal", "Returned", "UnderReview"),
        ("end-return", "analyst administrator", "Returned", "UnderReview"),
        ("close", "reviewer analyst administrator", "Submitted UnderReview", "Closed"),
        ("reopen", "analyst administrator", "Closed", "UnderReview"),
        ("research", "reviewer stranger analyst administrator", "NoReply", "DeskResearch"),
        ("offer", "reviewer stranger analyst administrator", "DeskResearch", "Offered"),
        ("validate", "focal", "Offered", "UnderReview"),
        ("end-offer", "analyst administrator", "Offered", "Closed"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_walk_finds_an_illegal_step(int seed)
    {
        var random = new Random(seed);
        var visited = new HashSet<(string, ResponseState)>();
        var walk = new Walk();
        for (var step = 0; step < Steps; step++)
        {
            var (action, who, states, after) = s_model[random.Next(s_model.Length)];
            var person = s_people.Keys.ElementAt(random.Next(s_people.Count));
            var before = walk.Response.State;
            var isAllowed = who.Split(' ').Contains(person) && states.Split(' ').Contains(before.ToString()) && walk.IsReady(action);

            var isDone = walk.Try(action, s_people[person]);

            Assert.True(isAllowed == isDone, $"step {step}: {action} by {person} in {before} was {(isDone ? "done" : "refused")}");
            Assert.Equal(isDone ? Enum.Parse<ResponseState>(after) : before, walk.Response.State);
            if (isDone)
            {
                visited.Add((action, before));
            }

            // Closed for good now and then, so that every beginning is walked through often.
            walk = random.Next(60) == 0 ? new Walk() : walk;
        }

        Assert.Equal(s_model.Sum(line => line.States.Split(' ').Length), visited.Count);
    }

    /// <summary>A response in memory with just as much as the steps need.</summary>
    private sealed class Walk
    {


        private readonly Held _held = new();
        private DateTimeOffset _now = Held.Now;
        private int _verdicts;
        private List<ReturnedQuestion> _returned = [];

        internal Response Response => _held.Response;

        private Assignment[] Seats => [new() { ResponseId = Response.Id, Pillar = "LEG", Seat = ReviewSeat.First, ReviewerId = s_people["reviewer"].Id, AssignedBy = Guid.Empty, At = Held.Now }];

        /// <summary>What depends on more than state and role.</summary>
        internal bool IsReady(string action) => action switch
        {
            "object" => _returned.Any(question => question.Outcome == ReturnOutcome.Open),
            "resubmit" => _returned.All(question => question.Outcome != ReturnOutcome.Open),
            "miss" => Response.ExtendedUntil is null || Response.ExtendedUntil <= _now.AddDays(1),
            _ => true,
        };

        internal bool Try(string action, Actor actor)
        {
            _now = _now.AddDays(1);
            return action switch
            {
                "certify" => Response.Certify(actor, new("Amina", "Director", true, _held.Completeness.Unanswered, _held.Dossier.Content()), _held.Dossier, _held.Completeness, _now) is null,
                "extend" => Response.Extend(actor, _now.AddDays(3), _now) is null,
                "miss" => actor.Role == Role.Administrator && Response.MissDeadline(actor, _now),
                "resume" => Response.Resume(actor, _now) is null,
                "judge" => Judge(actor),
                "return" => Return(actor),
                "object" => _returned.Find(question => question.Outcome == ReturnOutcome.Open) is { } open && Response.StandBy(actor, open, "It is in force.", _now) is null,
                "resubmit" => Response.Resubmit(actor, _returned, _ => false, _now) is null,
                "end-return" => Response.EndReturn(actor, _returned, _ => false, _now) is null,
                "close" => Response.CloseReview(actor, Seats, 0, _now) is null,
                "reopen" => Response.ReopenReview(actor, false, _now) is null,
                "research" => Response.BeginResearch(actor, _held.Dossier.Answers, [], _now) is null,
                "offer" => Response.Offer(actor, _now.AddDays(2), _now) is null,
                "validate" => Response.Validate(actor, _now) is null,
                "end-offer" => Response.EndOffer(actor, [], [], [], _now) is null,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        private bool Judge(Actor actor)
        {
            var last = _verdicts == 0 ? null : new Verdict { ResponseId = Response.Id, Question = "LEG-1.1.1", Seat = ReviewSeat.First, Revision = _verdicts, Kind = VerdictKind.NotVerified, AnswerRevision = 0, By = actor.Id, At = _now, AuditSequence = 1 };
            if (Response.Judge(actor, ReviewSeat.First, "LEG", "LEG-1.1.1", new(VerdictKind.NotVerified), null, last, _verdicts, Seats, _now) is not null)
            {
                return false;
            }

            _verdicts++;
            return true;
        }

        private bool Return(Actor actor)
        {
            if (Response.Return(actor, [new("LEG-1.1.1", "Which article?")], _ => null, Seats, _now.AddDays(5), _now) is not null)
            {
                return false;
            }

            _returned = [.. Response.Added.OfType<ReturnedQuestion>().Where(question => question.Round == Response.ReturnRound)];
            return true;
        }
    }
}
