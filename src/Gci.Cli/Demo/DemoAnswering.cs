using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;

namespace Gci.Cli.Demo;

/// <summary>People at work on a response: they confirm what was carried over, change some of it, answer what is new and prove it.</summary>
internal sealed class DemoAnswering(
    Response response, Edition edition, ImmutableDictionary<string, ImmutableArray<Choice>> choices, TimeProvider clock, IEnumerable<AnswerRevision> answers,
    IEnumerable<EvidenceItem> evidence, IReadOnlyDictionary<string, string>? carried = null)
{
    private readonly Dictionary<string, AnswerRevision> _current = answers.ToDictionary(answer => answer.Question);
    private readonly ILookup<string, EvidenceItem> _evidence = evidence.ToLookup(item => item.Question);
    private readonly List<EvidenceItem> _attached = [];

    /// <summary>The answers as they stand now.</summary>
    internal IReadOnlyCollection<AnswerRevision> Answers => _current.Values;

    /// <summary>What they attached themselves.</summary>
    internal IReadOnlyList<EvidenceItem> Attached => _attached;

    /// <param name="isDone">Which pages they have come to.</param>
    /// <param name="writer">Who answers a page.</param>
    internal void Answer(Func<QuestionPage, bool> isDone, Func<QuestionPage, Actor> writer)
    {
        foreach (var page in QuestionPage.Of(edition.Questionnaire!).Where(isDone))
        {
            // What is asked depends on the answers before, those of the same page too.
            var isConditional = page.Items().Any(item => item.Relevant is not null);
            foreach (var question in page.Questions().Where(question => !isConditional || new Sheet(edition, response.Country, _current.Values).Answers.IsActive(question.Code)))
            {
                Answer(writer(page), question);
            }
        }
    }

    private void Answer(Actor actor, Question question)
    {
        var current = _current.GetValueOrDefault(question.Code);
        var draft = Draft(question, current?.AsDraft() ?? (carried?.GetValueOrDefault(question.Code) is { } value ? new(value) : null));
        var saved = response.Record(actor, question.Code, draft, current?.Revision ?? 0, $"demonstration-{question.Code}", current, null, Moment.Now(clock));
        _current[question.Code] = DemoRules.Saved(saved);
        IReadOnlyList<EvidenceItem> present = [.. _evidence[question.Code]];
        foreach (var link in DemoEvidence.For(question, draft.Value ?? "", response.Country, edition.Questionnaire!.EvidenceKinds).Skip(draft.Value is null ? int.MaxValue : present.Count))
        {
            DemoRules.Allowed(response.Attach(actor, question, link, present, null, Moment.Now(clock)));
            _attached.Add(response.LastAttached());
        }
    }

    private AnswerDraft Draft(Question question, AnswerDraft? current)
    {
        var luck = StableHash.Share($"{response.Country}{question.Code}{edition.Id}");
        return luck < 0.015 ? new(null, true, "Illustrative: this does not arise in our administration.")
            : current?.Value is null ? new(Invented(question), Comment: luck > 0.8 ? "Illustrative: new in this edition, answered after a round of the ministries." : null)
            : luck > 0.94 && Better(question, current.Value) is { } better ? new(better, Comment: "Illustrative: this has changed since the last edition.")
            : current;
    }

    private string Invented(Question question)
    {
        if (!question.IsScored)
        {
            return Choices.Detail(question, response.Country);
        }

        var given = choices[question.Code].Where(choice => choice.Text.Length > 0).ToArray();
        return given[(int)(Math.Pow(StableHash.Share(response.Country + question.Code), 2) * given.Length)].Text;
    }

    private string? Better(Question question, string value) => question.IsScored && choices[question.Code].Select(choice => choice.Text).ToList().IndexOf(value) is var at and > 0
        ? choices[question.Code][at - 1].Text
        : null;
}
