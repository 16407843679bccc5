using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Results;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;
using Gci.Reports.Writing.Charts;
using Gci.Tiering;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Offline;

/// <summary>The private indication of somebody's own copy, with how complete its answers are.</summary>
public sealed record IndicationView(OpenedResponse Opened, Indication? Indication, Progress Progress)
{
    private const double ChartWidth = 230;
    private const double ReadableGap = 15;

    /// <summary>Null where there is no such private copy for the person; a national response has no indication.</summary>
    public static async Task<IndicationView?> FindAsync(GciDb db, EditionShelf shelf, Data.Accounts.Actor actor, Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, actor, id, cancel) is not { Response.Kind: ResponseKind.SelfAssessment } opened)
        {
            return null;
        }

        var sheet = new Answering.Sheet(opened.Edition, opened.Response.Country, await db.CurrentAnswers(id).AsNoTracking().ToListAsync(cancel));
        Progress[] pages = [.. opened.Pages().Select(sheet.ProgressOf)];
        return new(
            opened, Indication.Of(opened.Edition, sheet.Answers),
            new(pages.Sum(page => page.Asked), pages.Sum(page => page.Answered), pages.Sum(page => page.ToConfirm)));
    }

    /// <summary>How far the next tier is, in words: never a number that looks more exact than unverified answers are.</summary>
    public string Distance(TierDistance tier, double maximum, InterfaceTexts texts)
    {
        ArgumentNullException.ThrowIfNull(tier);
        ArgumentNullException.ThrowIfNull(texts);
        if (tier.ToNextTierUp is not { } missing)
        {
            return texts["indication.distance.top"];
        }

        var next = Opened.Edition.In(texts.Language).Tier(Opened.Edition.Tiers.Scheme.BestFirst[tier.Tier.Place - 1]).Text;
        return texts.Say(
            (missing / maximum) switch
            {
                <= 0.02 => "indication.distance.at-hand",
                <= 0.10 => "indication.distance.near",
                <= 0.25 => "indication.distance.some-way",
                _ => "indication.distance.far",
            },
            ("tier", next));
    }

    /// <summary>The share of each pillar as a picture; the table beside it says the same.</summary>
    public string Chart(InterfaceTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (edition, wording) = (Opened.Edition, Opened.Edition.In(texts.Language));
        var rings = edition.Tiers.Scheme is FixedThresholds scheme
            ? edition.Tiers.Scheme.BestFirst.SkipLast(1).Select(tier => (At: scheme.LowerBound(tier, 100), Name: wording.Tier(tier).Text)).ToImmutableArray()
            : [];

        // Two names so close to each other could not be read.
        rings = [.. rings.Select((ring, place) => place > 0 && rings[place - 1].At - ring.At < ReadableGap ? (ring.At, "") : ring)];
        var radar = new Radar(
            texts["indication.chart.title"],
            texts["indication.chart.about"],
            [.. Indication!.Pillars.Select(pillar => wording.Pillar(pillar.Pillar.Code).Text)],
            100,
            [.. rings.Append((100, ""))],
            [new(texts["indication.chart.series"], [.. Indication.Pillars.Select(pillar => 100 * pillar.Points / pillar.Pillar.Points)], IsReference: false)]);
        return Reports.Writing.Charts.Chart.Draw(radar, new ChartStyle(ChartWidth, texts.Language, edition.Tiers.Colours));
    }
}
