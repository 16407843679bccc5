using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Drafting;
using Gci.Editions.Migrations;
using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Editions.Tests.Drafting;

/// <summary>An edition that is derived from another stands on it and has no problem.</summary>
public sealed class DerivingTests
{
    private static readonly DateOnly s_date = new(2028, 12, 31);

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void A_derived_edition_asks_and_weighs_what_the_earlier_one_does(string from)
    {
        var earlier = Shipped.Asking(from);
        var edition = Loaded(Derived(from));

        Assert.Equal(("2028", "Global Cybersecurity Index 2028", EditionStatus.Draft, s_date), (edition.Id, edition.Title, edition.Status, edition.ReferenceDate));
        Assert.Equal(earlier.Questionnaire!.Questions().Select(question => (question.Code, question.Text, question.Guide)), edition.Questionnaire!.Questions().Select(question => (question.Code, question.Text, question.Guide)));
        Assert.Equal(earlier.Weights.Set.ByCode, edition.Weights.Set.ByCode);
        Assert.Equal(earlier.Credits.Keys.Order(), edition.Credits.Keys.Order());
        Assert.Equal(from, edition.Migration!.DerivedFrom);
        Assert.All(edition.Migration.Entries, entry => Assert.Equal(MigrationKind.Same, entry.Kind));
        Assert.Empty(edition.Migration.Added);
        Assert.Equal(earlier.Countries.Keys, edition.Countries.Keys);
        Assert.Equal(earlier.Tiers.BestFirst, edition.Tiers.BestFirst);
    }

    [Fact]
    public void Translations_are_inherited_and_not_copied()
    {
        var draft = Derived("2026");
        var (earlier, edition) = (Shipped.Edition2026, Loaded(draft));

        Assert.All(Languages.All, language => Assert.DoesNotContain(draft.Files.Keys, name => name.Contains($"/{language}/", StringComparison.Ordinal)));
        Assert.All(earlier.Translations, pair => Assert.Equal(
            pair.Value.Texts.OrderBy(text => text.Key, StringComparer.Ordinal), edition.Translations[pair.Key].Texts.OrderBy(text => text.Key, StringComparer.Ordinal)));
    }

    [Fact]
    public void Questions_keep_their_bytes_and_what_did_not_change_names_where_it_is_kept()
    {
        var draft = Derived("2026");

        Assert.All(draft.Files.Where(file => file.Key.StartsWith("questionnaires/", StringComparison.Ordinal) && !file.Key.EndsWith("migration.yaml", StringComparison.Ordinal)),
            file => Assert.Equal(File.ReadAllText(Repository.At(file.Key.Replace("2028", "2026", StringComparison.Ordinal))), file.Value));
        Assert.Contains("same-as: \"2024\"", draft.Files["methodology/2028/tiers.yaml"], StringComparison.Ordinal);
        Golden.Matches(string.Join("\n", draft.Files.Where(file => IsNew(file.Key)).Select(file => $"=== {file.Key}\n{file.Value}")), "derived.txt");
    }

    [Theory]
    [InlineData("2024", "1.4 The questions are derived from those of the 2024 edition.")]
    [InlineData("2026", "1.4 The questions are derived from those of the 2026 edition.")]
    public void The_method_says_where_the_questions_come_from(string from, string paragraph)
    {
        var method = Derived(from).Files["methodology/2028/method.md"];

        Assert.StartsWith("# Method of the 2028 edition\n", method, StringComparison.Ordinal);
        Assert.Contains("as `questionnaires/2028/migration.yaml` says", Assert.Single(method.Split('\n'), line => line.StartsWith(paragraph, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("2026/migration", method, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_can_be_derived_from_a_draft()
    {
        var problems = new Problems();
        var first = Derived("2026");
        var second = DraftEdition.Derive(first.Folder, "2028", "2030", "Index 2030", new(2030, 12, 31), problems);

        Assert.Empty(problems.InOrder());
        Assert.Equal("2028", Loaded(second!).Migration!.DerivedFrom);
        Assert.Equal(first.Files.Count, second!.Files.Count);
        Assert.DoesNotContain("2026 edition until experts vote", second.Files["methodology/2030/weights/legal.yaml"], StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string, string> Refused => new()
    {
        { "2022", "2028", "Index", "2028-12-31", "methodology:1: There is no edition 2022; there are 2020, 2024, 2026." },
        { "2020", "2028", "Index", "2028-12-31", "methodology/2020/pillars.yaml:1: An edition cannot be derived from 2020, which asks nothing." },
        { "2026", "2024", "Index", "2028-12-31", "methodology/2024:1: There is an edition 2024 already; give the new one a name of its own." },
        { "2026", "../2028", "Index", "2028-12-31", "methodology:1: The edition \"../2028\" cannot be named so: small letters, digits and hyphens, at most 32, beginning with a letter or digit." },
        { "2026", "interface", "Index", "2028-12-31", "methodology:1: The edition \"interface\" cannot be named so: small letters, digits and hyphens, at most 32, beginning with a letter or digit." },
        { "2026", "2028", " ", "2028-12-31", "methodology/2028:1: The new edition needs a title on one line." },
        { "2026", "2028", "Index", "2026-12-31", "methodology/2028:1: The reference date 2026-12-31 must lie after that of 2026, 2026-12-31." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_derived_is_refused_with_the_reason(string from, string id, string title, string date, string reason)
    {
        var problems = new Problems();

        Assert.Null(DraftEdition.Derive(Shipped.Folder, from, id, title, DateOnly.Parse(date, CultureInfo.InvariantCulture), problems));
        Assert.Equal([reason], problems.InOrder().Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("questionnaires/2028/legal.yaml", true)]
    [InlineData("questionnaires/2028/fr/legal.yaml", true)]
    [InlineData("methodology/2028/method.md", true)]
    [InlineData("methodology/2028/ballots/expert-1.csv", true)]
    [InlineData("questionnaires/2026/legal.yaml", false)]
    [InlineData("questionnaires/2028/../2026/legal.yaml", false)]
    [InlineData("questionnaires/2028/legal.cs", false)]
    [InlineData("methodology/2028/checksums.txt", false)]
    public void A_draft_takes_files_of_its_own_edition_only(string name, bool isTaken)
    {
        Assert.Equal(isTaken, DraftEdition.IsFileOf("2028", name));
        var draft = DraftEdition.Of(Shipped.Folder, "2028", ImmutableSortedDictionary<string, string>.Empty);
        Assert.Equal(isTaken, Record.Exception(() => draft.With(name, "a: b\n")) is null);
    }

    internal static DraftEdition Derived(string from)
    {
        var problems = new Problems();
        var draft = DraftEdition.Derive(Shipped.Folder, from, "2028", "Global Cybersecurity Index 2028", s_date, problems);
        Assert.Empty(problems.InOrder());
        return draft!;
    }

    internal static Edition Loaded(DraftEdition draft)
    {
        var problems = new Problems();
        var edition = draft.Load(problems);
        Assert.Empty(problems.InOrder());
        return edition!;
    }

    private static bool IsNew(string name) => name is "questionnaires/2028/migration.yaml" or "methodology/2028/pillars.yaml" or "methodology/2028/tiers.yaml" or "methodology/2028/weights/legal.yaml";
}
