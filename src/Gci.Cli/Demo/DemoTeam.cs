using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Web.Answering;

namespace Gci.Cli.Demo;

/// <summary>The people of one country: who may do what, what contributors suggest, what is said among them and with the secretariat.</summary>
internal sealed class DemoTeam(Response response, DemoPeople people)
{
    private static readonly (Right Right, string Kenya, string Other)[] s_rights = [(Right.Edit, "LEG", "CAP"), (Right.Suggest, "TEC", "LEG"), (Right.View, "ORG", "COO")];

    private readonly Actor _focal = people.FocalPoints[response.Country].AsActor();
    private readonly IReadOnlyList<Account> _contributors = people.With(Role.Contributor, response.Country);

    internal void Invite(DateTimeOffset now)
    {
        foreach (var (contributor, right) in _contributors.Zip(s_rights))
        {
            response.Grant(_focal, contributor, [Pillar(right)], right.Right, now);
        }
    }

    internal Actor Writer(QuestionPage page) => _contributors.Count > 0 && Pillar(s_rights[0]) == page.Pillar ? _contributors[0].AsActor() : _focal;

    /// <summary>Three suggestions by the contributor who may suggest.</summary>
    internal void Suggest(Edition edition, ImmutableDictionary<string, ImmutableArray<Choice>> choices, TimeProvider clock)
    {
        if (_contributors.Count < 2)
        {
            return;
        }

        var pages = QuestionPage.Of(edition.Questionnaire!).Where(page => page.Pillar == Pillar(s_rights[1]));
        foreach (var question in pages.SelectMany(page => page.Questions()).Where(question => question.IsScored && question.Relevant is null).Take(3))
        {
            var draft = new AnswerDraft(choices[question.Code][0].Text, Comment: "Illustrative: the regulator told us so last week.");
            DemoRules.Allowed(response.Suggest(_contributors[1].AsActor(), question.Code, draft, [], Moment.Now(clock)));
        }
    }

    /// <summary>In the first of the two countries one suggestion is accepted and one declined; the others wait.</summary>
    internal void Decide(IReadOnlyList<Suggestion> suggestions, IReadOnlyList<AnswerRevision> answers, TimeProvider clock)
    {
        if (response.Country == "KEN" && suggestions.Count > 2)
        {
            var current = answers.FirstOrDefault(answer => answer.Question == suggestions[0].Question);
            DemoRules.Saved(response.Accept(_focal, suggestions[0], _contributors[1].Name, current, current?.Revision ?? 0, Moment.Now(clock)));
            DemoRules.Allowed(response.Decline(_focal, suggestions[1], Moment.Now(clock)));
        }
    }

    internal void Talk(Edition edition, TimeProvider clock)
    {
        var questions = edition.Questionnaire!.Questions().Select(question => question.Code).ToHashSet();
        foreach (var said in DemoMessage.All.Where(said => said.Country == response.Country && (said.Question is null || questions.Contains(said.Question))))
        {
            var by = said.By == Role.FocalPoint ? _focal : people.With(said.By, said.By == Role.Contributor ? response.Country : null)[said.Number].AsActor();
            DemoRules.Allowed(response.Say(by, said.Question, said.Audience, said.Text, Moment.Now(clock)));
        }
    }

    private string Pillar((Right Right, string Kenya, string Other) right) => response.Country == "KEN" ? right.Kenya : right.Other;
}
