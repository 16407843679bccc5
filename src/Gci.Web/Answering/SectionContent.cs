using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Answering;

/// <summary>All that a page of questions shows to one person, read in a fixed number of queries whatever the number of questions.</summary>
public sealed class SectionContent
{
    private readonly ILookup<string, Suggestion> _suggestions;
    private readonly Dictionary<Guid, StoredFile> _files;
    private readonly Dictionary<Guid, string> _names;

    private SectionContent(
        OpenedResponse opened, QuestionPage page, Sheet sheet, Rows rows, Dictionary<Guid, string> names, IReadOnlyDictionary<string, Confidentiality> raised)
    {
        Raised = raised;
        (Opened, Page, Sheet, _names) = (opened, page, sheet, names);
        Evidence = rows.Evidence.ToLookup(item => item.Question);
        Remarks = rows.Remarks.ToLookup(remark => remark.Question!);
        _suggestions = rows.Suggestions.ToLookup(suggestion => suggestion.Question);
        _files = rows.Files.ToDictionary(file => file.Id);
    }

    public OpenedResponse Opened { get; }

    public QuestionPage Page { get; }

    public Sheet Sheet { get; }

    /// <summary>By question, the classes that the country gave its answers.</summary>
    public IReadOnlyDictionary<string, Confidentiality> Raised { get; }

    /// <summary>By question, what was not removed, oldest first.</summary>
    public ILookup<string, EvidenceItem> Evidence { get; }

    /// <summary>By question, newest last.</summary>
    public ILookup<string, Message> Remarks { get; }

    public Right Right => Opened.RightOf(Page);

    /// <summary>Whether the person changes answers here; where answers were sent back, only to these.</summary>
    public bool CanEdit => Page.Questions().Any(Edits);

    /// <summary>Whether what the person types stands beside the answers.</summary>
    public bool CanSuggest => Page.Questions().Any(Suggests);

    /// <summary>Whether the person changes the answer to a question now.</summary>
    public bool Edits(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Right == Right.Edit && Opened.Response.WhyClosed(question.Code) is null;
    }

    /// <summary>Whether the person puts suggestions beside the answer to a question now.</summary>
    public bool Suggests(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Right == Right.Suggest && Opened.Response.WhyClosed(question.Code) is null;
    }

    /// <summary>Whether answers can be typed here at all.</summary>
    public bool HasFields => CanEdit || CanSuggest;

    public bool CanRemark => Opened.HasRemarks() && Opened.Actor.Role.IsRespondent();

    public string? NameOf(Guid? person) => person is { } id ? _names.GetValueOrDefault(id) : null;

    public StoredFile? FileOf(EvidenceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.FileId is { } file ? _files.GetValueOrDefault(file) : null;
    }

    /// <summary>What somebody who may edit has to decide about a question.</summary>
    public IEnumerable<Suggestion> ToDecide(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Edits(question) ? _suggestions[question.Code].Where(suggestion => suggestion.State == SuggestionState.Open) : [];
    }

    /// <summary>The person's own last suggestion, open or decided; null where there is none.</summary>
    public Suggestion? Mine(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return _suggestions[question.Code].LastOrDefault(suggestion => suggestion.By == Opened.Actor.Id && suggestion.State != SuggestionState.Withdrawn);
    }

    /// <summary>The group or question whose condition keeps a question from being asked; null where it is asked.</summary>
    public Item? NotAsked(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Page.Items().FirstOrDefault(item => !Sheet.Answers.IsActive(item.Code) && (item == question || (item is ItemGroup group && QuestionPage.Below(group).Contains(question))));
    }

    /// <summary>The question of this page that a code, a piece of evidence or a suggestion belongs to.</summary>
    public Question? Holding(string subject)
    {
        var code = Guid.TryParse(subject, out var id)
            ? Evidence.SelectMany(items => items).FirstOrDefault(item => item.Id == id)?.Question
                ?? _suggestions.SelectMany(suggestions => suggestions).FirstOrDefault(suggestion => suggestion.Id == id)?.Question
            : subject;
        return Page.Questions().FirstOrDefault(question => question.Code == code);
    }

    public static async Task<SectionContent> LoadAsync(GciDb db, OpenedResponse opened, QuestionPage page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(page);
        var codes = page.Questions().Select(question => question.Code).ToArray();
        var answers = await db.CurrentAnswers(opened.Sight).AsNoTracking().ToListAsync(cancel);
        var rows = await Rows.LoadAsync(db, opened, codes, cancel);
        var people = answers.Where(answer => codes.Contains(answer.Question)).Select(answer => answer.By).Concat(rows.People()).Distinct().ToArray();

        // The country reads no name of the secretariat's people.
        var inside = opened.Actor.Role.IsRespondent();
        var names = people.Length == 0 ? [] : await db.Users.Where(user => people.Contains(user.Id) && (!inside || user.Country != null)).ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
        return new(opened, page, new Sheet(opened.Edition, opened.Response.Country, answers, opened.Sight), rows, names, await db.RaisedAsync(opened.Response.Id, cancel));
    }

    private sealed record Rows(List<EvidenceItem> Evidence, List<StoredFile> Files, List<Suggestion> Suggestions, List<Message> Remarks)
    {
        internal IEnumerable<Guid> People() => Evidence.Select(item => item.By)
            .Concat(Suggestions.SelectMany(suggestion => (IEnumerable<Guid>)[suggestion.By, suggestion.DecidedBy ?? suggestion.By])).Concat(Remarks.Select(remark => remark.By));

        internal static async Task<Rows> LoadAsync(GciDb db, OpenedResponse opened, string[] codes, CancellationToken cancel)
        {
            var (id, me, edits) = (opened.Response.Id, opened.Actor.Id, opened.Actor.Role.IsRespondent());
            codes = [.. codes.Where(opened.Sight.Reads)];
            var evidence = await db.Present(opened.Sight).AsNoTracking().Where(item => codes.Contains(item.Question)).OrderBy(item => item.At).ThenBy(item => item.Id).ToListAsync(cancel);
            var ids = evidence.Select(item => item.FileId).OfType<Guid>().ToArray();
            return new(
                evidence,
                ids.Length == 0 ? [] : await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToListAsync(cancel),
                !edits ? [] : await db.Suggestions.AsNoTracking().Where(suggestion => suggestion.ResponseId == id && codes.Contains(suggestion.Question)
                    && (suggestion.State == SuggestionState.Open || suggestion.By == me)).OrderBy(suggestion => suggestion.At).ThenBy(suggestion => suggestion.Id).ToListAsync(cancel),
                !opened.HasRemarks() ? [] : await db.Remarks(opened).AsNoTracking().Where(remark => codes.Contains(remark.Question!)).OrderBy(remark => remark.At).ThenBy(remark => remark.Id).ToListAsync(cancel));
        }
    }
}
