using System.Collections.Immutable;
using Gci.Editions.Answers;
using Gci.Editions.Methodology;
using Gci.Scoring;
using Gci.Scoring.Credits;
using Gci.Tiering;
using Gci.Tiering.Stability;

namespace Gci.Editions.Results;

/// <summary>The scores and tiers of an edition, with the edition they were made from.</summary>
public sealed class EditionResults
{
    private readonly AnswerTable? _answers;
    private readonly Observations? _observed;

    private EditionResults(Edition edition, Scores scores, Basis basis, AnswerTable? answers, Observations? observed)
    {
        (Edition, Scores, Basis, _answers, _observed) = (edition, scores, basis, answers, observed);
        Countries = Tiered();
        WithoutData = [.. edition.Countries.Values.Where(country => !scores.Countries.Contains(country.Iso3))];
    }

    public Edition Edition { get; }

    public Scores Scores { get; }

    public Basis Basis { get; }

    /// <summary>The countries of which something is known, by ISO 3166 alpha-3 code.</summary>
    public ImmutableArray<CountryResult> Countries { get; }

    /// <summary>The edition's countries of which nothing was handed in.</summary>
    public ImmutableArray<Country> WithoutData { get; }

    /// <summary>Scores answers. Sheets may come in any order.</summary>
    public static EditionResults Of(Edition edition, IEnumerable<AnswerSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(edition);
        AnswerSheet[] ordered = [.. sheets.OrderBy(sheet => sheet.Country, StringComparer.Ordinal)];
        var answers = AnswerCoding.Table(edition, ordered);
        return new(edition, edition.Scorer.Score(answers), Basis.Answers, answers, null);
    }

    /// <summary>Scores pillar points, from the pillars up. (Method 3.7)</summary>
    /// <param name="points">Country to pillar code to points; NaN or no entry where not known.</param>
    public static EditionResults Of(Edition edition, IReadOnlyDictionary<string, ImmutableDictionary<string, double>> points)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(points);
        string[] countries = [.. points.Keys.Order(StringComparer.Ordinal)];
        var observed = new Observations(edition.Tree, countries);
        for (var row = 0; row < countries.Length; row++)
        {
            foreach (var (pillar, value) in points[countries[row]])
            {
                observed[row, pillar] = value;
            }
        }

        return new(edition, EditionScorer.OfPoints(edition).Score(observed), Basis.Points, null, observed);
    }

    /// <summary>The same scores under another scheme with the same tiers, for comparison.</summary>
    public EditionResults Under(TierScheme scheme) => new(Edition with { Tiers = Edition.Tiers with { Scheme = scheme } }, Scores, Basis, _answers, _observed);

    /// <summary>The same with what is uncertain about them, ready for draws.</summary>
    /// <exception cref="ArgumentException">A source does not fit the edition or its answers; the message says which.</exception>
    public StabilityModel Uncertain(UncertaintySources sources) => new(Scores.Scorer, _answers, _observed, Edition.Tiers.Scheme, sources);

    /// <summary>Plain mean of a node's points over the countries of a group for which they are known; NaN where there is none. (Method 5.2)</summary>
    public double Mean(CountryGroup group, string node)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Mean(group.Members, node);
    }

    /// <summary>Plain mean of a node's points over all countries.</summary>
    public double Mean(string node) => Mean([.. Scores.Countries], node);

    /// <summary>The tier in which a group's mean of a node lies; null where there is no mean.</summary>
    public Tier? TierOfMean(CountryGroup group, string node)
    {
        var position = Edition.Tree[node].Position;
        return Edition.Tiers.Scheme.Of(Mean(group, node), Scores.Column(position), Edition.Scorer.Maximum(position));
    }

    /// <summary>The moves from tier to tier since an earlier publication. (Method 4.6)</summary>
    public TierMoves MovesSince(PreviousResults previous)
    {
        ArgumentNullException.ThrowIfNull(previous);
        var now = Countries.Where(country => country.Tier is not null).ToDictionary(country => country.Country.Iso3, country => country.Tier!.Code);
        return TierMoves.Between(Edition.Tiers.Scheme, previous.Tiers, now);
    }

    /// <summary>The countries of a group, by code.</summary>
    public IEnumerable<CountryResult> In(CountryGroup group) => Countries.Where(country => group.Members.Contains(country.Country.Iso3));

    private double Mean(ImmutableSortedSet<string> members, string node)
    {
        var column = Scores.Column(Edition.Tree[node].Position);
        var (sum, known) = (0.0, 0);
        for (var row = 0; row < column.Length; row++)
        {
            if (members.Contains(Scores.Countries[row]) && !double.IsNaN(column[row]))
            {
                (sum, known) = (sum + column[row], known + 1);
            }
        }

        return known == 0 ? double.NaN : sum / known;
    }

    private ImmutableArray<CountryResult> Tiered()
    {
        var overall = Tiers(Edition.Tree.Root);
        var byPillar = Edition.Pillars.Select(pillar => Tiers(Edition.Tree[pillar.Code])).ToArray();
        return [.. Scores.Countries.Select((iso3, row) => Result(iso3, row, overall[row], [.. byPillar.Select(tiers => tiers[row])]))];
    }

    private ImmutableArray<Tier?> Tiers(IndexNode node) => Edition.Tiers.Scheme.Assign(Scores.Column(node.Position), Edition.Scorer.Maximum(node.Position));

    private CountryResult Result(string iso3, int row, Tier? tier, ImmutableArray<Tier?> tiers)
    {
        var region = Edition.RegionOf(iso3);
        ImmutableArray<double> points = [.. Edition.Pillars.Select(pillar => Scores[row, Edition.Tree[pillar.Code].Position])];
        ImmutableArray<double> means = [.. Edition.Pillars.Select(pillar => Mean(region, pillar.Code) / pillar.Points)];
        var strengths = Edition.StrengthRule.Of([.. points.Zip(Edition.Pillars, (value, pillar) => value / pillar.Points)], means);
        return new(
            Edition.Countries[iso3],
            region,
            row,
            Basis,
            tier,
            [.. Edition.Pillars.Select((pillar, i) => new PillarResult(pillar, points[i], tiers[i], strengths[i]))]);
    }
}
