using CsCheck;
using Gci.Editions.Changes;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Editions.Tests.Changes;

/// <summary>What holds whichever two editions are compared.</summary>
public sealed class ChangePropertyTests
{
    private static readonly Gen<Edition> s_edition = Gen.OneOf(Mutations.Of(Shipped.Edition2024), Mutations.Of(Shipped.Edition2026));

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void Nothing_changed_between_an_edition_and_itself(string id)
    {
        var changes = EditionChanges.Between(Shipped.Asking(id), Shipped.Asking(id));

        Assert.True(changes.IsEmpty);
        Assert.All(changes.Questions, change => Assert.Equal((QuestionChangeKind.Same, ChangedParts.None), (change.Kind, change.Parts)));
    }

    [Fact]
    public void Nothing_changed_between_a_changed_edition_and_itself() =>
        s_edition.Sample(edition => Assert.All(EditionChanges.Between(edition, edition).Questions, change => Assert.Equal(QuestionChangeKind.Same, change.Kind)), iter: 40);

    [Fact]
    public void Every_question_of_both_editions_is_accounted_for_once() => Gen.Select(s_edition, s_edition).Sample(
        (before, after) =>
        {
            var changes = EditionChanges.Between(before, after);

            Assert.Equal(Codes(before), changes.Questions.SelectMany(change => change.Before).Select(question => question.Code).Order(StringComparer.Ordinal));
            Assert.Equal(Codes(after), changes.Questions.SelectMany(change => change.After).Select(question => question.Code).Order(StringComparer.Ordinal));
            Assert.All(changes.Questions, change => Assert.True(change.Kind is QuestionChangeKind.Same or QuestionChangeKind.Changed == change.Pair is not null));
        },
        iter: 40);

    [Fact]
    public void Over_a_chain_every_question_is_accounted_for_once_whatever_the_maps_say() => Gen.Select(Maps("2026"), Maps("2028"), Mutations.Of(Shipped.Edition2026)).Sample(
        (first, second, last) =>
        {
            var (between, after) = (Shipped.Edition2026 with { Migration = first }, last with { Id = "2028", Migration = second });

            var changes = EditionChanges.Between(Shipped.Edition2024, after, between);

            Assert.Equal(["2024", "2026", "2028"], changes.Path);
            Assert.Equal(Codes(Shipped.Edition2024), changes.Questions.SelectMany(change => change.Before).Select(question => question.Code).Order(StringComparer.Ordinal));
            Assert.Equal(Codes(after), changes.Questions.SelectMany(change => change.After).Select(question => question.Code).Order(StringComparer.Ordinal));
        },
        iter: 40);

    [Fact]
    public void The_words_after_are_rebuilt_from_the_parts_in_every_language() => Gen.Select(Mutations.Of(Shipped.Edition2026), Gen.Int[0, 5].Select(place => Languages.All[place])).Sample(
        (after, language) =>
        {
            var wording = new ChangeWording(EditionChanges.Between(Shipped.Edition2026, after), language);
            foreach (var (old, question) in wording.Changes.Questions.Select(change => change.Pair).OfType<(Question, Question)>())
            {
                var (change, spoken) = wording.Of(before => before.Text(old), now => now.Text(question));

                Assert.Equal((Shipped.Edition2026.In(spoken).Text(old).Text, after.In(spoken).Text(question).Text), (change.Before, change.After));
                Assert.True(old.Text == question.Text || !change.IsSame);
            }
        },
        iter: 20);

    // Splits and merges of random neighbours; the rest is the same.
    private static Gen<MigrationMap> Maps(string to)
    {
        var (before, after) = to == "2026" ? (Shipped.Edition2024, Shipped.Edition2026) : (Shipped.Edition2026, Shipped.Edition2026);
        string[] old = [.. before.Questionnaire!.Questions().Select(question => question.Code)], now = [.. after.Questionnaire!.Questions().Select(question => question.Code)];
        return Gen.Int[1, 3].Array[2 * old.Length].Select(sizes =>
        {
            var (entries, from, at) = (new List<MigrationEntry>(), 0, 0);
            for (var step = 0; from < old.Length; step += 2)
            {
                string[] taken = [.. old.Skip(from).Take(sizes[step])], given = [.. now.Skip(at).Take(sizes[step + 1])];
                entries.Add(new([.. taken], [.. given], given.Length == 0 ? MigrationKind.Dropped : MigrationKind.Merged, false, false, "Because."));
                (from, at) = (from + taken.Length, at + given.Length);
            }

            return new MigrationMap(before.Id, [.. entries], []);
        });
    }

    private static IOrderedEnumerable<string> Codes(Edition edition) => edition.Questionnaire!.Questions().Select(question => question.Code).Order(StringComparer.Ordinal);
}
