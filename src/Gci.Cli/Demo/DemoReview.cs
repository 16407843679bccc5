using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;

namespace Gci.Cli.Demo;

/// <summary>Reviewers at work on one response: they judge answers and evidence, mostly alike.</summary>
internal sealed class DemoReview(Response response, Edition edition, ImmutableDictionary<string, ImmutableArray<Choice>> choices, DemoPeople people, TimeProvider clock)
{
    private readonly List<Assignment> _assignments = [];
    private readonly Dictionary<(string Question, ReviewSeat Seat), Verdict> _verdicts = [];

    internal IReadOnlyList<Assignment> Assignments => _assignments;

    private Actor Analyst => people.With(Role.Analyst)[0].AsActor();

    /// <summary>Who holds a seat: the reviewers take turns.</summary>
    internal Account Reviewer(ReviewSeat seat) => people.With(Role.Reviewer) is var all ? all[((int)(StableHash.Share($"{response.Country} reviewer") * all.Count) + (int)seat) % all.Count] : null!;

    internal void Assign(params IEnumerable<ReviewSeat> seats)
    {
        foreach (var (seat, section) in seats.SelectMany(seat => edition.Questionnaire!.Sections.Select(section => (seat, section))))
        {
            DemoRules.Allowed(response.Assign(Analyst, Reviewer(seat), section.Pillar, seat, _assignments, Moment.Now(clock)));
            _assignments.Add(response.LastAssigned());
        }
    }

    /// <param name="asks">Whether some answers are queried instead of judged.</param>
    internal void Judge(ReviewSeat seat, IEnumerable<AnswerRevision> answers, Func<QuestionPage, bool> isDone, bool asks)
    {
        var given = answers.Where(answer => answer.IsAnswered).ToDictionary(answer => answer.Question);
        foreach (var page in QuestionPage.Of(edition.Questionnaire!).Where(isDone))
        {
            foreach (var question in page.Questions().Where(question => given.ContainsKey(question.Code)))
            {
                Judge(seat, page.Pillar, question, given[question.Code], Draft(seat, question, given[question.Code], asks));
            }
        }
    }

    /// <summary>The third reviewer decides where the two do not agree.</summary>
    internal void Adjudicate(IEnumerable<AnswerRevision> answers)
    {
        foreach (var answer in answers.Where(answer => _verdicts.ContainsKey((answer.Question, ReviewSeat.Second))))
        {
            var (first, second) = (_verdicts[(answer.Question, ReviewSeat.First)], _verdicts[(answer.Question, ReviewSeat.Second)]);
            if ((first.Kind, first.Proven) != (second.Kind, second.Proven))
            {
                var page = QuestionPage.Holding(edition.Questionnaire!, answer.Question);
                Judge(ReviewSeat.Adjudicator, page.Pillar, edition.QuestionOf(answer.Question)!, answer, new(second.Kind, second.Proven, "Illustrative: the second reviewer is right; see the article."));
            }
        }
    }

    /// <summary>What the first reviewer found about the evidence.</summary>
    internal void JudgeEvidence(IEnumerable<EvidenceItem> evidence)
    {
        foreach (var item in evidence)
        {
            var luck = StableHash.Share(item.Url + "found");
            var finding = new EvidenceFinding(luck > 0.04, luck > 0.07, luck > 0.1, IsInsufficient: luck is > 0.1 and < 0.14);
            var pillar = QuestionPage.Holding(edition.Questionnaire!, item.Question).Pillar;
            DemoRules.Allowed(response.Judge(Reviewer(ReviewSeat.First).AsActor(), ReviewSeat.First, pillar, item, finding, null, _assignments, Moment.Now(clock)));
        }
    }

    /// <summary>Sends back what is queried.</summary>
    internal IReadOnlyList<string> Return(IReadOnlyCollection<AnswerRevision> answers)
    {
        string[] queried = [.. _verdicts.Values.Where(verdict => verdict.Kind == VerdictKind.QueryOpen).Select(verdict => verdict.Question).Take(6)];
        var now = Moment.Now(clock);
        DemoRules.Allowed(response.Return(
            Reviewer(ReviewSeat.First).AsActor(),
            [.. queried.Select(code => new ReturnDraft(code, "Illustrative: the link shows a draft of 2022. Is there a text that is in force? Give its address or correct the answer.", Less(code, answers)))],
            code => answers.FirstOrDefault(answer => answer.Question == code), _assignments, now.AddDays(21), now));
        return queried;
    }

    internal void Close() => DemoRules.Allowed(response.CloseReview(Analyst, _assignments, 0, Moment.Now(clock)));

    private void Judge(ReviewSeat seat, string pillar, Question question, AnswerRevision answer, VerdictDraft draft)
    {
        DemoRules.Allowed(response.Judge(Reviewer(seat).AsActor(), seat, pillar, question.Code, draft, answer, null, 0, _assignments, Moment.Now(clock)));
        _verdicts[(question.Code, seat)] = response.LastVerdict();
    }

    private VerdictDraft Draft(ReviewSeat seat, Question question, AnswerRevision answer, bool asks)
    {
        var luck = StableHash.Share($"{response.Country}{question.Code} verdict{(seat == ReviewSeat.Second && StableHash.Share($"{response.Country}{question.Code} second") < 0.12 ? " of the second" : "")}");
        return answer.IsNotApplicable ? new(VerdictKind.NotApplicable)
            : luck < 0.05 && Less(question, answer.Value) is { } less ? new(VerdictKind.PartlyVerified, less, "Illustrative: the document proves less than the answer says.")
            : luck < 0.08 ? new(VerdictKind.NotVerified, Note: "Illustrative: the link leads to a page of news.")
            : luck < 0.15 && asks && seat == ReviewSeat.First ? new(VerdictKind.QueryOpen, Note: "Illustrative: only a draft is to be found.")
            : new(VerdictKind.Verified);
    }

    private AnswerDraft? Less(string code, IEnumerable<AnswerRevision> answers) =>
        Less(edition.QuestionOf(code)!, answers.First(answer => answer.Question == code).Value) is { } less ? new(less) : null;

    private string? Less(Question question, string? value) => question.IsScored && choices[question.Code] is var all && all.Select(choice => choice.Text).ToList().IndexOf(value ?? "") is var at and >= 0
        && at + 1 < all.Length && all[at + 1].Text.Length > 0 ? all[at + 1].Text : null;
}
