using Gci.Data;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Messages;

namespace Gci.Web.History;

/// <summary>One thing that happened, in words.</summary>
/// <param name="Sentence">Who did what.</param>
/// <param name="Question">What it is about; null for the whole response.</param>
/// <param name="Notes">Where an answer comes from, the title of a document, what was suggested.</param>
/// <param name="Link">An address that was attached.</param>
public sealed record HistoryRow(
    AuditEntry Entry, string By, string Sentence, Question? Question, IReadOnlyList<Difference> Differences, IReadOnlyList<string> Notes, string? Link = null)
{
    internal static HistoryRow Of(AuditEntry entry, Matters matters, OpenedResponse opened, Authors authors, InterfaceTexts texts, bool seesDrafts)
    {
        var words = new AnswerWords(opened.Edition, texts);
        var question = matters.Question(entry, opened) is { } code ? opened.Edition.QuestionOf(code) : null;
        var row = new HistoryRow(entry, authors.Of(entry.Actor), Said(entry, matters, authors, texts), question, [], []);
        return matters.Answer(entry) is { } answer && question is not null ? row.With(answer, question, words, matters, authors, texts, seesDrafts)
            : matters.Suggestion(entry) is { } suggestion && question is not null && entry.Action == AuditActions.SuggestionMade
                ? row with { Differences = words.Between(question, null, suggestion.AsDraft()) }
            : matters.Evidence(entry) is { } item ? row with { Notes = [.. new[] { item.Title, item.Place }.OfType<string>()], Link = item.Url }
            : entry.Action == AuditActions.PersonInvited && matters.Invitation(entry) is { } invitation ? row with { Notes = [.. Rights(invitation.GrantsOf(), opened, texts)] }
            : row;
    }

    // An answer taken over from the previous edition is confirmed by saving it as it is.
    private HistoryRow With(AnswerRevision answer, Question question, AnswerWords words, Matters matters, Authors authors, InterfaceTexts texts, bool seesDrafts)
    {
        var before = seesDrafts ? matters.Before(answer) : null;
        return this with
        {
            Sentence = before is { NeedsConfirmation: true } && !answer.NeedsConfirmation && answer.AsDraft() == before.AsDraft() ? texts.Say("history.confirmed", ("name", By)) : Sentence,
            Differences = words.Between(question, before?.AsDraft(), answer.AsDraft()),
            Notes = [.. Origin(answer, seesDrafts ? matters.SuggestionBehind(answer) : null, authors, texts, seesDrafts)],
        };
    }

    /// <summary>Where an answer comes from, unless somebody of the country simply typed it.</summary>
    /// <param name="suggestion">The suggestion that it was made from.</param>
    internal static IEnumerable<string> Origin(AnswerRevision answer, Suggestion? suggestion, Authors authors, InterfaceTexts texts, bool seesDrafts)
    {
        if (answer.Source != Provenance.Country)
        {
            yield return texts[$"history.source.{answer.Source}"];
        }

        if (suggestion is not null)
        {
            yield return texts.Say("history.suggested-by", ("name", authors.Of(suggestion.By)));
        }
        else if (seesDrafts && Restoring.RevisionOf(answer.Key) is { } revision)
        {
            yield return texts.Say("history.restored", ("revision", revision));
        }
        else if (seesDrafts && answer.Why is { } why)
        {
            yield return why;
        }
    }

    private static string Said(AuditEntry entry, Matters matters, Authors authors, InterfaceTexts texts)
    {
        var key = $"history.action.{entry.Action.Replace('.', '-')}";
        var person = matters.Invitation(entry)?.Name ?? (matters.Suggestion(entry) is { } suggestion ? authors.Of(suggestion.By)
            : Guid.TryParse(entry.Subject, out var id) && entry.Action.StartsWith("people.", StringComparison.Ordinal) ? authors.Of(id) : "");
        return texts.Has(key)
            ? texts.Say(key, ("name", authors.Of(entry.Actor)), ("person", person))
            : texts.Say("history.something", ("name", authors.Of(entry.Actor)), ("action", entry.Action));
    }

    private static IEnumerable<string> Rights(IEnumerable<SectionRight> rights, OpenedResponse opened, InterfaceTexts texts)
    {
        var (wording, pages) = (opened.Edition.In(texts.Language), QuestionPage.Of(opened.Edition.Questionnaire!).ToDictionary(page => page.Code));
        return rights.Select(right => texts.Say(
            "history.right",
            ("section", pages.TryGetValue(right.Section, out var page) ? wording.Title(page.Item) : wording.Pillar(right.Section)),
            ("right", texts[$"people.right.{right.Right}"])));
    }
}
