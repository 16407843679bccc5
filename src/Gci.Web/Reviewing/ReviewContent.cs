using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Web.Answering;

namespace Gci.Web.Reviewing;

/// <summary>The review of a response as one person of the secretariat sees it, read in a fixed number of queries.</summary>
public sealed class ReviewContent
{
    private readonly ReviewRows _rows;
    private readonly ILookup<string, Verdict> _verdicts;
    private readonly ILookup<Guid, EvidenceVerdict> _found;
    private readonly ILookup<string, ReturnedQuestion> _returned;
    private readonly ILookup<string?, Message> _remarks;

    public ReviewContent(OpenedResponse opened, Dossier dossier, ReviewRows rows, string language)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(rows);
        (Opened, _rows, Dossier, Sight) = (opened, rows, dossier, new(opened.Actor, rows.Assignments));
        _verdicts = rows.Verdicts.ToLookup(verdict => verdict.Question, StringComparer.Ordinal);
        _found = rows.Found.ToLookup(verdict => verdict.EvidenceId);
        _returned = rows.Returned.ToLookup(row => row.Question, StringComparer.Ordinal);
        _remarks = rows.Remarks.ToLookup(message => message.Question);
        Lines = [.. new AnswerList(opened, dossier, language).Pillars.SelectMany(pillar => pillar.Pages.SelectMany(page => page.Lines.Select(line => LineOf(pillar.Pillar, line))))];
    }

    public OpenedResponse Opened { get; }

    public Dossier Dossier { get; }

    public ReviewSight Sight { get; }

    /// <summary>The questions that are asked, in their order.</summary>
    public ImmutableArray<ReviewLine> Lines { get; }

    public IReadOnlyList<Assignment> Assignments => _rows.Assignments;

    /// <summary>Whether answers are judged now.</summary>
    public bool IsUnderReview => Opened.Response.State is ResponseState.Submitted or ResponseState.UnderReview;

    /// <summary>Whether the person sends back and closes.</summary>
    public bool MayLead => Sight.RunsEdition || Sight.Pillars().Any();

    /// <summary>How many questions keep the review from being closed, whatever the person may see of them.</summary>
    public int Unsettled => Lines.Count(line => _verdicts[line.Code].Any() || line.Answer.Current is { IsAnswered: true } ? !ReviewOf(line.Pillar, line.Answer).IsSettled : false);

    public string? NameOf(Guid person) => _rows.People.GetValueOrDefault(person)?.Name;

    public bool IsOfCountry(Guid person) => _rows.People.GetValueOrDefault(person)?.Role.IsRespondent() == true;

    /// <summary>What was found about a piece of evidence from a seat; null before anybody looked.</summary>
    public EvidenceVerdict? Found(EvidenceItem item, ReviewSeat seat)
    {
        ArgumentNullException.ThrowIfNull(item);
        return _found[item.Id].Where(verdict => verdict.Seat == seat).MaxBy(verdict => verdict.Revision);
    }

    /// <summary>The review of a question by all its verdicts, for what counts and not for whoever must judge alone.</summary>
    internal QuestionReview ReviewOf(string pillar, AnswerLine answer) => QuestionReview.Of(answer.Current, _verdicts[answer.Code], Sight.Seats(pillar));

    private ReviewLine LineOf(string pillar, AnswerLine answer)
    {
        var all = _verdicts[answer.Code].ToList();
        var (seat, seesAll) = (Sight.SeatOn(pillar), Sight.SeesAll(pillar, answer.Current, all));
        var last = (seesAll ? all : all.Where(verdict => verdict.Seat == seat)).GroupBy(verdict => verdict.Seat).Select(group => group.MaxBy(verdict => verdict.Revision)!).ToList();
        var seats = seesAll ? Sight.Seats(pillar) : seat is { } own ? new HashSet<ReviewSeat> { own } : [];
        var (returned, remarks, reads) = (_returned[answer.Code].ToImmutableArray(), _remarks[answer.Code].ToImmutableArray(), Opened.Sight.Reads(answer.Code));
        var status = QuestionReview.Of(answer.Current, last, seats).Status;
        return new(
            pillar, answer, seat, status == ReviewStatus.QueryOpen && IsAnswered(last, returned, remarks) ? ReviewStatus.Answered : status,
            last.Find(verdict => verdict.Seat == seat), [.. last.Where(verdict => verdict.Seat != seat).OrderBy(verdict => verdict.Seat).Select(Opened.Sight.Of)],
            reads ? returned : [], reads ? remarks : []);
    }

    // The country has dealt with a query without changing the answer: it objected, added evidence, or wrote.
    private bool IsAnswered(IEnumerable<Verdict> verdicts, ImmutableArray<ReturnedQuestion> returned, ImmutableArray<Message> remarks)
    {
        var asked = verdicts.Where(verdict => !verdict.Kind.IsFinal()).Max(verdict => verdict.At);
        return returned.Any(row => row.DecidedAt > asked && row.Outcome is ReturnOutcome.Accepted or ReturnOutcome.Corrected or ReturnOutcome.Objected)
            || remarks.Any(message => message.At > asked && IsOfCountry(message.By));
    }

    /// <summary>Null where the response has no review for the person: it is another kind, or nothing of it may be read yet.</summary>
    public static async Task<ReviewContent?> FindAsync(GciDb db, EditionShelf shelf, Actor actor, Guid id, string language, CancellationToken cancel) =>
        await ReviewedResponse.FindAsync(db, shelf, actor, id, cancel) is { } opened && opened.Pages().Any()
            ? new(opened, await Dossier.LoadAsync(db, opened.Sight, cancel), await ReviewRows.LoadAsync(db, opened, cancel), language)
            : null;
}
