using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions.Methodology;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Running;

/// <summary>Which countries are wanted; null for all.</summary>
public sealed record BoardFilter(string? Region = null, ResponseState? State = null);

/// <summary>Every country of an edition and how far it is. By region and name, or by code in files: never by anything that compares countries.</summary>
/// <param name="All">All countries, by region and name.</param>
public sealed record CountryBoard(OpenedRun Opened, IReadOnlyList<CountryRow> All)
{
    public IEnumerable<CountryGroup> Regions => Opened.Edition.Regions;

    /// <summary>The states that occur, in the order in which a response goes through them.</summary>
    public IReadOnlyList<ResponseState> States => [.. All.Select(row => row.State).Distinct().Order()];

    public IReadOnlyList<CountryRow> Of(BoardFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return [.. All.Where(row => (filter.Region is null || row.Region == filter.Region) && (filter.State is null || row.State == filter.State))];
    }

    public int Count(string? region, ResponseState? state) => Of(new(region, state)).Count;

    public static async Task<CountryBoard> LoadAsync(GciDb db, OpenedRun opened, string language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(opened);
        var edition = opened.Edition;
        var responses = await db.Responses.AsNoTracking().Where(response => response.Edition == edition.Id && response.Kind == ResponseKind.National)
            .ToDictionaryAsync(response => response.Country, cancel);
        var answers = await AnswersAsync(db, edition.Id, cancel);
        var judged = await JudgedAsync(db, edition.Id, cancel);
        var people = (await db.FocalPoints().Select(person => person.Country!).Distinct().ToListAsync(cancel)).ToHashSet();
        var order = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(language), ignoreCase: true);
        return new(
            opened,
            [
                .. edition.Countries.Values
                    .Select(country => Row(opened, country, language, responses.GetValueOrDefault(country.Iso3), answers, judged, people.Contains(country.Iso3)))
                    .OrderBy(row => edition.Regions.ToList().FindIndex(region => region.Code == row.Region)).ThenBy(row => row.Name, order),
            ]);
    }

    private static CountryRow Row(
        OpenedRun opened, Country country, string language, Response? response, ILookup<Guid, AnswerRevision> answers, IReadOnlyDictionary<Guid, int> judged, bool hasFocalPoint)
    {
        var progress = response is null || response.State is ResponseState.Closed or ResponseState.NoReply ? null : ProgressOf(opened, response, answers[response.Id]);
        var state = response is null || response.State is ResponseState.InProgress && progress is { Answered: 0 } ? ResponseState.NotStarted : response.State;
        return new(
            country.Iso3, country.NameIn(language), opened.Edition.RegionOf(country.Iso3).Code, response, state, progress,
            response?.State is ResponseState.Submitted or ResponseState.UnderReview or ResponseState.Returned ? judged.GetValueOrDefault(response.Id) : null,
            response?.ReturnDue ?? opened.DueFor(response), hasFocalPoint);
    }

    private static Progress ProgressOf(OpenedRun opened, Response response, IEnumerable<AnswerRevision> answers)
    {
        var sheet = new Sheet(opened.Edition, response.Country, answers);
        var pages = QuestionPage.Of(opened.Edition.Questionnaire!).Select(sheet.ProgressOf).ToList();
        return new(pages.Sum(page => page.Asked), pages.Sum(page => page.Answered), pages.Sum(page => page.ToConfirm));
    }

    // What is closed, or was never answered, has no progress.
    private static async Task<ILookup<Guid, AnswerRevision>> AnswersAsync(GciDb db, string edition, CancellationToken cancel) =>
        (await db.CurrentAnswers().AsNoTracking()
            .Where(answer => db.Responses.Any(response => response.Id == answer.ResponseId && response.Edition == edition && response.Kind == ResponseKind.National
                && response.State != ResponseState.Closed && response.State != ResponseState.NoReply))
            .ToListAsync(cancel)).ToLookup(answer => answer.ResponseId);

    private static Task<Dictionary<Guid, int>> JudgedAsync(GciDb db, string edition, CancellationToken cancel) => db.Verdicts
        .Where(verdict => verdict.Seat == ReviewSeat.First && db.Responses.Any(response => response.Id == verdict.ResponseId && response.Edition == edition))
        .Select(verdict => new { verdict.ResponseId, verdict.Question }).Distinct()
        .GroupBy(verdict => verdict.ResponseId).Select(group => new { group.Key, Count = group.Count() })
        .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
}
