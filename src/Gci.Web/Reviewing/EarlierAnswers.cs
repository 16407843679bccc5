using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>What the country answered to the edition before, with what became of it.</summary>
/// <param name="Status">Where its review ended; unreviewed where it had none.</param>
public sealed record EarlierAnswer(AnswerLine Line, ReviewStatus Status);

/// <summary>The answers of the edition before, by the questions of this one that came from them.</summary>
public sealed class EarlierAnswers
{
    private readonly ILookup<string, EarlierAnswer> _answers;

    private EarlierAnswers(ILookup<string, EarlierAnswer> answers) => _answers = answers;

    /// <summary>None where the question is new, or the country did not submit then.</summary>
    public IEnumerable<EarlierAnswer> Of(string question) => _answers[question];

    public static async Task<EarlierAnswers> LoadAsync(GciDb db, EditionShelf shelf, OpenedResponse opened, string language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(opened);
        var (map, country) = (opened.Edition.Migration, opened.Response.Country);
        var earlier = map is null || !shelf.Has(map.DerivedFrom) ? null : await db.Responses.AsNoTracking().FirstOrDefaultAsync(
            response => response.Edition == map.DerivedFrom && response.Country == country && response.Kind == ResponseKind.National && (response.SubmittedAt != null || response.ResearchedAt != null), cancel);
        if (earlier is null)
        {
            return new(Enumerable.Empty<EarlierAnswer>().ToLookup(_ => ""));
        }

        // Whoever reviews a pillar now reads what was said to it then.
        var then = shelf.Edition(map!.DerivedFrom);
        var before = new OpenedResponse(earlier, then, opened.Actor, [])
        {
            Sight = AnswerSight.Of(earlier, then, opened.Actor, await db.Assigned(opened.Response.Id).AsNoTracking().ToListAsync(cancel), await db.RaisedAsync(earlier.Id, cancel)),
        };
        var list = new AnswerList(before, await Dossier.LoadAsync(db, before.Sight, cancel), language);
        var verdicts = (await db.Verdicts.AsNoTracking().Where(verdict => verdict.ResponseId == earlier.Id).ToListAsync(cancel)).ToLookup(verdict => verdict.Question, StringComparer.Ordinal);
        var lines = list.Lines().ToDictionary(line => line.Code, StringComparer.Ordinal);
        var none = new HashSet<ReviewSeat>();
        return new(map.Entries
            .SelectMany(entry => entry.To.SelectMany(to => entry.From.Where(lines.ContainsKey).Select(from => (to, from))))
            .ToLookup(pair => pair.to, pair => new EarlierAnswer(lines[pair.from], QuestionReview.Of(lines[pair.from].Current, verdicts[pair.from], none).Status), StringComparer.Ordinal));
    }
}
