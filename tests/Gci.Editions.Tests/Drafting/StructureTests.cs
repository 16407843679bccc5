using System.Collections.Immutable;
using Gci.Editions.Drafting;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Editions.Tests.Drafting;

/// <summary>Questions that come, go, become several or one: what the files and the map say then.</summary>
public sealed class StructureTests
{
    private const string Map = "questionnaires/2028/migration.yaml";

    private static readonly DraftEdition s_draft = DerivingTests.Derived("2026");

    [Fact]
    public void A_few_real_changes_read_as_if_somebody_had_written_them()
    {
        var draft = Taken(
            draft => problems => draft.Split("LEG-1.3", [New("LEG-1.1.1", "abuse_material"), New("LEG-1.1.1", "grooming")], "Two offences.", problems),
            draft => problems => draft.Merge(["LEG-1.1.3", "LEG-1.1.4"], New("LEG-1.1.3", "interception_and_devices"), "Countries answered both alike.", problems),
            draft => problems => draft.Add("LEG-2.9", New("LEG-2.9", "vulnerability_disclosure"), problems),
            draft => problems => draft.Add("TEC-4.1", Like("TEC-1.3.3", "hotline_hours") with { Relevant = "TEC-4.1.1 in (yes, partial)", Evidence = null }, problems),
            draft => problems => draft.Remove("TEC-3.4", "Asked elsewhere.", problems),
            draft => problems => draft.Move("LEG-2.9", "LEG-2.1", problems));

        Golden.Matches(
            string.Join("\n", draft.Files.Where(file => file.Value != s_draft.Files[file.Key]).Select(file => $"=== {file.Key}\n{string.Join('\n', Lines.Changed(s_draft.Files[file.Key], file.Value))}\n")),
            "changed.txt");
        var map = DerivingTests.Loaded(draft).Migration!;
        Assert.Equal(["LEG-2.10", "TEC-4.1.4"], map.Added);
        Assert.Equal([MigrationKind.Merged, MigrationKind.Split, MigrationKind.Dropped], map.Entries.Where(entry => entry.Kind != MigrationKind.Same).Select(entry => entry.Kind));
    }

    [Fact]
    public void Points_are_taken_from_those_beside_a_new_question_in_proportion_and_say_that_they_are_illustrative()
    {
        var edition = DerivingTests.Loaded(Taken(draft => problems => draft.Add("TEC-2", New("TEC-2.1", "new"), problems)));
        var before = Shipped.Edition2026.Weights.Set;

        Assert.Equal(5.76 / 4, edition.Weights.Set["TEC-2.5"], 6);
        Assert.Equal(before["TEC-2.1"] * 3 / 4, edition.Weights.Set["TEC-2.1"], 6);
        Assert.Equal(before["TEC-1.1"], edition.Weights.Set["TEC-1.1"]);
        Assert.True(edition.Weights.IsIllustrative);
        Assert.EndsWith("Questions that are new or changed in 2028 and those beside them have illustrative points until experts vote.", edition.Weights.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_that_were_split_share_the_points_and_one_that_was_merged_has_them_together()
    {
        var before = Shipped.Edition2026.Weights.Set;
        var split = DerivingTests.Loaded(Taken(draft => problems => draft.Split("TEC-4.2", [New("TEC-4.2", "a"), New("TEC-4.2", "b")], "Two.", problems))).Weights.Set;
        var merged = DerivingTests.Loaded(Taken(draft => problems => draft.Merge(["TEC-4.1.1", "TEC-4.1.3"], New("TEC-4.1.1", "a"), "One.", problems))).Weights.Set;

        Assert.Equal(before["TEC-4.2"], split["TEC-4.4"] + split["TEC-4.5"], 6);
        Assert.Equal(before["TEC-4.1.1"] + before["TEC-4.1.3"], merged["TEC-4.1.4"], 6);
        Assert.Equal(before["TEC-4.1.2"], merged["TEC-4.1.2"]);
    }

    [Fact]
    public void A_question_that_is_taken_back_leaves_its_code_and_nothing_else()
    {
        var added = Taken(draft => problems => draft.Add("LEG-2.9", New("LEG-2.9", "new"), problems));
        var problems = new Problems();
        var back = added.Remove("LEG-2.10", "", problems)!;

        Assert.Empty(problems.InOrder());
        Assert.Equal($"{s_draft.Files[Map]}withdrawn: [LEG-2.10]\n", back.Files[Map]);
        Assert.Equal(s_draft.Files["questionnaires/2028/legal.yaml"], back.Files["questionnaires/2028/legal.yaml"]);
        Assert.Equal("LEG-2.11", back.NextCode("LEG-2"));
    }

    [Fact]
    public void What_is_asked_no_longer_takes_its_translations_and_the_group_that_it_leaves_empty_along()
    {
        var problems = new Problems();
        var draft = s_draft.Translate("fr", "LEG-1.2.3", "title", "Un", TranslationState.Draft, problems)!.Translate("fr", "LEG-1.2", "title", "Deux", TranslationState.Draft, problems)!;
        draft = draft.Translate("fr", "LEG-1.1", "title", "Trois", TranslationState.Draft, problems)!;

        draft = draft.Remove("LEG-1.2.3", "Gone.", problems)!.Remove("LEG-1.2.4", "Gone as well.", problems)!;

        Assert.Empty(problems.InOrder());
        Assert.DoesNotContain("LEG-1.2", DerivingTests.Loaded(draft).Questionnaire!.Items().Select(item => item.Code));
        Assert.DoesNotContain("LEG-1.2", draft.Files["questionnaires/2028/fr/legal.yaml"], StringComparison.Ordinal);
        Assert.Contains("Trois", draft.Files["questionnaires/2028/fr/legal.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_became_of_a_split_follows_when_its_parts_change_again()
    {
        var split = Taken(draft => problems => draft.Split("LEG-1.4", [New("LEG-1.4", "a"), New("LEG-1.4", "b"), New("LEG-1.4", "c")], "Three.", problems));

        Assert.Equal(["LEG-1.4 split LEG-1.7 LEG-1.8"], Entries(split, problems => split.Remove("LEG-1.9", "", problems)));
        Assert.Equal(["LEG-1.4 split LEG-1.8 LEG-1.9 LEG-1.10 LEG-1.11"], Entries(split, problems => split.Split("LEG-1.7", [New("LEG-1.4", "d"), New("LEG-1.4", "e")], "", problems)));
        Assert.Equal(["LEG-1.4 split LEG-1.9 LEG-1.10"], Entries(split, problems => split.Merge(["LEG-1.7", "LEG-1.8"], New("LEG-1.4", "d"), "", problems)));
        Assert.Equal(["LEG-1.4 dropped"], Entries(split, problems => split.Remove("LEG-1.9", "", problems)!.Remove("LEG-1.8", "Two.", problems)!.Remove("LEG-1.7", "None.", problems)));
    }

    [Fact]
    public void Other_options_keep_the_lines_and_credits_of_those_that_stay()
    {
        var problems = new Problems();
        ImmutableArray<Option> options = [new("annual", "At least once a year"), new("new", "Every: two years"), new("occasional", "At least once in the last five years"), new("never", "Never")];
        var draft = s_draft.Options("TEC-1.3.3", options, ImmutableDictionary<string, double>.Empty, "Clearer steps.", problems)!;

        Assert.Empty(problems.InOrder());
        Assert.Equal(
            [
                "-               - code: biennial", "-                 label: Less often, but at least once in the last two years",
                "+               - code: new", "+                 label: \"Every: two years\"", "-                 label: Never, or longer ago", "+                 label: Never",
                "-               when: [annual, biennial, occasional]", "+               when: [annual, occasional]",
            ],
            Lines.Changed(s_draft.Files["questionnaires/2028/technical.yaml"], draft.Files["questionnaires/2028/technical.yaml"]));
        Assert.Contains("TEC-1.3.3: { options: { annual: 1, new: 0, occasional: 0.3, never: 0 }, paragraph: \"2.3\" } # illustrative", draft.Files["methodology/2028/credits.yaml"], StringComparison.Ordinal);

        var given = s_draft.Options("TEC-1.3.3", options, new Dictionary<string, double> { ["annual"] = 1, ["new"] = 0.6, ["occasional"] = 0.2, ["never"] = 0 }, "Clearer steps.", problems)!;
        Assert.Contains("TEC-1.3.3: { options: { annual: 1, new: 0.6, occasional: 0.2, never: 0 }, paragraph: \"2.3\" }\n", given.Files["methodology/2028/credits.yaml"], StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<Problems, DraftEdition?>, string> Refused => new()
    {
        { "remove", problems => s_draft.Remove("LEG-1.1.1", " ", problems), "Say why: the map of what became of earlier questions keeps the reason." },
        { "remove what others depend on", problems => s_draft.Remove("LEG-2.6", "Gone.", problems), "The condition of LEG-2.8 refers to LEG-2.6, which is not a question of this edition." },
        { "remove all", problems => s_draft.Remove("LEG-1", "Gone.", problems)!.Remove("LEG-2", "Gone.", problems), "is the last that LEG asks; a pillar asks at least one question." },
        { "move", problems => s_draft.Move("LEG-1.1.1", "LEG-2.1", problems), "LEG-1.1.1 can be moved within LEG-1.1 only: its code says where it belongs." },
        { "move behind what depends on it", problems => s_draft.Move("LEG-2.6", null, problems), "The condition of LEG-2.8 refers to LEG-2.6, which is asked later: conditions look back only, so that there is no cycle." },
        { "add to nothing", problems => s_draft.Add("LEG-9", New("LEG-1.4", "new"), problems), "\"LEG-9\" is no question, group or pillar of 2028." },
        { "add what is measured already", problems => s_draft.Add("LEG-2", New("LEG-1.4", "illegal_access"), problems), "The variable illegal_access stands twice" },
        { "options", problems => s_draft.Options("LEG-1.1.1", [new("a", "A"), new("b", "B")], ImmutableDictionary<string, double>.Empty, "Why.", problems), "LEG-1.1.1 has no options of its own." },
        { "credits", problems => s_draft.Options("TEC-1.5", [new("a", "A"), new("b", "B")], new Dictionary<string, double> { ["a"] = 0.5, ["b"] = 0 }, "Why.", problems), "it must be exactly 1, so that full marks can be reached." },
        { "condition", problems => s_draft.Relevant("LEG-2.6", "LEG-1.1.1 is yes", problems), "The expression \"LEG-1.1.1 is yes\" is broken" },
        { "evidence", problems => s_draft.Evidence("LEG-2.6", new([], 2, 1, [], ["law"]), problems), "\"max\" at least 1 and not below \"min\"." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_step_that_would_break_the_edition_is_refused_with_the_reason(string step, Func<Problems, DraftEdition?> take, string reason)
    {
        var problems = new Problems();

        Assert.True(take(problems) is null, step);
        Assert.Contains(problems.InOrder(), problem => problem.Sentence.Contains(reason, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Entries(DraftEdition from, Func<Problems, DraftEdition?> take)
    {
        var problems = new Problems();
        var draft = take(problems);
        Assert.Empty(problems.InOrder());
        Assert.NotSame(from, draft);
        return DerivingTests.Loaded(draft!).Migration!.Entries.Where(entry => entry.Kind != MigrationKind.Same)
            .Select(entry => string.Join(' ', [.. entry.From, $"{entry.Kind}".ToLowerInvariant(), .. entry.To]));
    }

    private static DraftEdition Taken(params IEnumerable<Func<DraftEdition, Func<Problems, DraftEdition?>>> steps)
    {
        var problems = new Problems();
        var draft = steps.Aggregate(s_draft, (draft, step) => step(draft)(problems) ?? draft);
        Assert.Empty(problems.InOrder());
        return draft;
    }

    private static NewQuestion New(string like, string variable) => Like(like, variable) with { Relevant = null };

    private static NewQuestion Like(string like, string variable) => NewQuestion.Like(
        Shipped.Edition2026.Questionnaire!.Questions().First(question => question.Code == like), variable, new($"Title of {variable}", $"Is there {variable}?", "What counts.", "What to look for."));
}
