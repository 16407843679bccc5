namespace Gci.Cli.Demo;

/// <summary>How far a country is with the open edition. Countries without a story have not begun.</summary>
/// <param name="Share">The share of the questionnaire's pages that are answered.</param>
internal sealed record DemoStory(string Country, DemoProgress Progress, double Share = 1)
{
    internal static IReadOnlyList<DemoStory> All { get; } =
    [
        new("KEN", DemoProgress.Answering, 0.6),
        new("JOR", DemoProgress.Answering, 0.4),
        new("CHN", DemoProgress.Answering, 0.5),
        new("KAZ", DemoProgress.Answering, 0.25),
        new("CAN", DemoProgress.Answering, 0.3),
        new("EGY", DemoProgress.Answering, 0.7),
        new("FRA", DemoProgress.Answering, 0.9),
        new("IDN", DemoProgress.Answering, 0.8),
        new("MEX", DemoProgress.Answering, 0.5),
        new("ZAF", DemoProgress.Answering, 0.2),
        new("URY", DemoProgress.Complete),
        new("SEN", DemoProgress.Opened),
        new("FJI", DemoProgress.Opened),
        new("MAR", DemoProgress.Opened),
        new("PER", DemoProgress.Opened),
        new("POL", DemoProgress.Opened),
        new("VNM", DemoProgress.Opened),
        new("BRA", DemoProgress.Submitted),
        new("EST", DemoProgress.Submitted),
        new("GHA", DemoProgress.Submitted),
        new("JPN", DemoProgress.Submitted),
        new("QAT", DemoProgress.Submitted),
    ];

    private static readonly (DemoProgress Progress, int Countries)[] s_reviewed =
    [
        (DemoProgress.Closed, 150), (DemoProgress.UnderReview, 8), (DemoProgress.Returned, 2),
        (DemoProgress.Researched, 1), (DemoProgress.Offered, 1), (DemoProgress.Validated, 1), (DemoProgress.NotValidated, 1),
    ];

    /// <summary>The countries of which the reviewers have something to tell; which ones they are is chance, and the same in every demonstration.</summary>
    internal static IEnumerable<DemoStory> Reviewed(IEnumerable<string> countries) => countries.Except(All.Select(story => story.Country))
        .OrderBy(country => StableHash.Share($"{country} reviewed"))
        .Zip(s_reviewed.SelectMany(group => Enumerable.Repeat(group.Progress, group.Countries)), (country, progress) => new DemoStory(country, progress));
}

internal enum DemoProgress
{
    /// <summary>Opened and filled with what was said to the edition before.</summary>
    Opened,
    Answering,

    /// <summary>Nothing is missing; it waits for the focal point to certify it.</summary>
    Complete,
    Submitted,

    /// <summary>All answers are judged, in some countries by two reviewers.</summary>
    Closed,

    /// <summary>Two reviewers are at it, and disagree here and there.</summary>
    UnderReview,
    Returned,

    /// <summary>The country did not submit; reviewers answer from public sources.</summary>
    Researched,

    /// <summary>What they found is with the country.</summary>
    Offered,

    /// <summary>The country confirmed it, and it was reviewed.</summary>
    Validated,

    /// <summary>The country said nothing to it.</summary>
    NotValidated,
}
