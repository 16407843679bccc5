using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Cli.Demo;

/// <summary>The edition that is over: every country's answers with their evidence, certified and submitted by its focal point.</summary>
internal sealed class EarlierResponses(GciDb db, Edition edition, DemoPeople people)
{
    // A batch is one transaction; larger ones cost memory and win no time.
    private const int Batch = 20;

    private readonly Dictionary<string, Question> _questions = edition.Questionnaire!.Questions().ToDictionary(question => question.Code);

    internal async Task SaveAsync(IEnumerable<AnswerRow> rows, CancellationToken cancel)
    {
        foreach (var countries in rows.GroupBy(row => row.Country).Chunk(Batch))
        {
            foreach (var country in countries)
            {
                Submit(country.Key, country);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private void Submit(string country, IEnumerable<AnswerRow> rows)
    {
        var actor = people.FocalPoints[country].AsActor();
        var clock = new DemoClock(DemoCalendar.Begun(DemoCalendar.EarlierEdition, country), country);
        var response = Response.Open(actor, edition.Id, country, ResponseKind.National, Moment.Now(clock));
        var answers = new List<AnswerRevision>();
        foreach (var row in rows)
        {
            var question = _questions[row.Code];
            answers.Add(DemoRules.Saved(response.Record(actor, row.Code, new(row.Answer), 0, $"demonstration-{row.Code}", null, null, Moment.Now(clock))));
            foreach (var link in DemoEvidence.For(question, row.Answer, country, edition.Questionnaire!.EvidenceKinds))
            {
                DemoRules.Allowed(response.Attach(actor, question, link, [], null, Moment.Now(clock)));
            }
        }

        db.Begin(response);
        var evidence = db.ChangeTracker.Entries<EvidenceItem>().Select(entry => entry.Entity).Where(item => item.ResponseId == response.Id);
        DemoRules.Certify(response, edition, actor, new(answers, [.. evidence], [], []), Moment.Now(clock));
        db.Begin(response);
    }
}
