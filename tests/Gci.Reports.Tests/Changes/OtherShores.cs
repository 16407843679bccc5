using Gci.Editions;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Credits;
using Gci.Tiering;
using Gci.Tiering.Profiles;

namespace Gci.Reports.Tests.Changes;

/// <summary>The made-up index of the shores two years later, with almost everything changed.</summary>
internal static class OtherShores
{
    internal static Edition Edition { get; } = Changed(Shores.Edition);

    private static Edition Changed(Edition before) => before with
    {
        Id = "2032",
        Title = "Clean Shores Index 2032",
        Levels = before.Levels.SetItem(1, before.Levels[1] with { Rule = new LevelRule(new PowerMean(0.5), UnknownPolicy.Renormalise, 0.6) }),
        Pillars = before.Pillars.SetItem(0, before.Pillars[0] with { Title = "Sea water" }),
        Questionnaire = before.Questionnaire! with
        {
            EvidenceKinds = before.Questionnaire.EvidenceKinds.Add(new("photo", "Photograph")),
            Sections = [.. before.Questionnaire.Sections.Select(section => section with { Introduction = section.Introduction + " It was rewritten.", Items = [.. section.Items.Select(Changed)] })],
        },
        Credits = before.Credits.ToDictionary(pair => pair.Key, pair => pair.Value with { Rule = pair.Value.Rule is OptionCredit ? new OptionCredit(1, 0.25, 0) : pair.Value.Rule })
            .Aggregate(before.Credits, (credits, pair) => credits.SetItem(pair.Key, pair.Value)),
        Tiers = before.Tiers with
        {
            Scheme = new Quantiles("Quantiles", before.Tiers.Scheme.BestFirst),
            BestFirst = [before.Tiers.BestFirst[0] with { From = 80 }, .. before.Tiers.BestFirst.Skip(1).Take(1).Select(tier => tier with { From = null, To = null }), new TierText(new("SAND", "Sand", 2), 0, 40, "#b5654a", "The shore is sand.", "Made up")],
        },
        StrengthRule = new AboveOwnMean(),
        Countries = before.Countries.Remove("KEN"),
        Groups = [.. before.Groups.Skip(1).Select(group => group with { Title = group.Title + " coast", Members = group.Members.Remove("KEN") })],
        Method = new([.. before.Method.Chapters.Skip(1)]),
    };

    private static Item Changed(Item item, int place) => (item, place) switch
    {
        (Question question, 0) => question with
        {
            Title = "Renamed",
            Class = Confidentiality.Secretariat,
            Evidence = null,
            Guide = "Look closely.",
            IsScored = false,
            Type = question.Type is ChoiceType ? new ChoiceType([new("yes", "Yes, wholly"), new("never", "Never")]) : question.Type,
        },
        (ItemGroup group, _) => group with { Text = group.Text + " More of it." },
        _ => item,
    };
}
