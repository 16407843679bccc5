using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Consultation;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Editions.Drafting;
using Gci.Editions.Questionnaires;
using Gci.Web;
using Gci.Web.Drafting;

namespace Gci.Cli.Demo;

/// <summary>The edition after the open one: a draft with four changes, on which members and experts are consulted.</summary>
internal sealed class DemoDraft(GciDb db, EditionShelf shelf, Edition open, DemoPeople people)
{
    private const string Reworded = "TEC-3.5", Dropped = "LEG-2.8", Split = "LEG-2.4", Before = "LEG-2.9";
    private readonly DemoClock _clock = new(DemoCalendar.DraftBegins, "draft");

    private string Id => (open.ReferenceDate.Year + 2).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Only where the open edition is the one that the changes are made for.</summary>
    internal async Task SaveAsync(CancellationToken cancel)
    {
        if (new[] { Reworded, Dropped, Split, Before }.Any(code => open.QuestionOf(code) is null) || shelf.IdsOnDisk.Contains(Id))
        {
            return;
        }

        var (first, second) = (people.With(Role.Analyst)[0].AsActor(), people.With(Role.Analyst)[1].AsActor());
        var desk = new DraftDesk(db, shelf, _clock);
        Allowed(await desk.DeriveAsync(first, open.Id, Id, $"Global Cybersecurity Index {Id}", open.ReferenceDate.AddYears(2), cancel));
        foreach (var (by, step) in new[] { (first, Rewording()), (second, Adding()), (first, DraftSteps.Remove(Dropped, "Illustrative: the texts could not be compared, and the round table on spam collects them better.")), (second, Splitting()) })
        {
            Allowed(await desk.StepAsync(by, Id, step, cancel));
        }

        var run = EditionRun.Begin(first, Id, Moment.Now(_clock));
        db.Begin(run);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await shelf.RefreshAsync(db, cancel);
        await ConsultAsync(first, cancel);
    }

    private DraftStep Rewording()
    {
        var question = open.QuestionOf(Reworded)!;
        var form = QuestionForm.Of(question, "");
        form.Help = $"{question.Help} Rules for programs that act in somebody's name without being asked each time count as well.";
        form.Reason = "Illustrative: programs that act on their own were not yet in wide use when the question was written.";
        return DraftSteps.Change(Reworded, form.Draft(), null);
    }

    private static DraftStep Adding() => DraftSteps.Add(Before, new(
        "submarine_cable_protection",
        new(
            "Protection of submarine cables",
            "Does a law or regulation in force protect submarine communication cables that land in the country against damage, and say who repairs them?",
            "Rules on the route of cables, on ships near them and on repairs count. A country without a coast answers for the cables on which its own traffic depends, if an agreement with the country of landing protects them.",
            "The text must name cables and either an offence of damaging them or a duty to repair. A general law on damage to property is no; a bill before parliament is partial."),
        ChoiceType.YesPartialNo)
    {
        Evidence = new(["yes", "partial"], 1, 5, [EvidenceForm.Link, EvidenceForm.File], ["law"]),
    });

    private static DraftStep Splitting() => DraftSteps.Split(
        Split,
        [
            new(
                "electronic_signature_law", "Electronic signatures", "Does a law in force give electronic signatures the effect of written ones, under conditions that it states?",
                "A law on electronic transactions counts if it names signatures. A rule of one authority for its own forms does not.",
                "Look for the article that equates the signature, and for its conditions. In force for everybody is yes; a bill before parliament is partial; a pilot of one ministry is no."),
            new(
                "trust_service_supervision", "Supervision of trust services", "Does a public body supervise those who issue certificates for electronic signatures?",
                "Accreditation, inspections and a public list of providers count, whether the providers are public or private.",
                "The mandate must name trust services, and the body must have used it. A mandate that was not used yet is partial."),
        ],
        "Illustrative: the law on signatures and the supervision of those who issue certificates are two things, and many countries have one of them.");

    private async Task ConsultAsync(Actor analyst, CancellationToken cancel)
    {
        var codes = shelf.Edition(Id).Questionnaire!.Questions().Select(question => question.Code).ToHashSet();
        foreach (var said in DemoContribution.All.Where(said => said.Code is null || codes.Contains(said.Code)))
        {
            var by = (said.Country is { } country ? people.FocalPoints.GetValueOrDefault(country) : people.With(Role.Expert).ElementAtOrDefault(said.Number))?.AsActor();
            if (by is null)
            {
                continue;
            }

            var (item, refusal) = ConsultationItem.Say(by, Id, RunState.Draft, said.Code, said.Kind, said.Text, said.Proposed, Moment.Now(_clock));
            DemoRules.Allowed(refusal);
            if (said.Answer is { } answer)
            {
                DemoRules.Allowed(item!.Resolve(analyst, said.Outcome, answer, Moment.Now(_clock)));
            }

            db.Add(item!);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static void Allowed(DraftOutcome outcome)
    {
        if (outcome.Refusal is not null)
        {
            throw new InvalidOperationException($"The demonstration's draft is refused: {outcome.Refusal.Code} {string.Join(" ", outcome.Problems)}");
        }
    }
}
