using CsCheck;
using Gci.Data.Responses;

namespace Gci.Data.Tests;

/// <summary>What blocks submission and what only warns.</summary>
public sealed class CompletenessTests
{
    private static readonly string[] s_choices = ["", "no", "yes", "partial", "n/a"];
    private static readonly string[] s_always = ["LEG-1.1.1", "LEG-1.1.2", "LEG-1.1.3", "LEG-1.1.4", "LEG-1.2.1"];

    [Fact]
    public void A_question_without_an_answer_warns_and_is_counted()
    {
        var held = new Held().Answer("LEG-1.1.1", "no");

        Assert.Empty(held.Findings("LEG-1.1.1"));
        Assert.Equal(["LEG-1.1.2 unanswered 1"], held.Findings("LEG-1.1.2"));
        Assert.Equal(0, held.Completeness.Blocking);
        Assert.Equal(held.Completeness.Findings.Length, held.Completeness.Unanswered);
    }

    [Fact]
    public void A_cleared_answer_is_unanswered() => Assert.Equal(["LEG-1.1.1 unanswered 1"], new Held().Answer("LEG-1.1.1", null).Findings("LEG-1.1.1"));

    [Fact]
    public void What_does_not_apply_needs_no_answer_and_no_evidence() => Assert.Empty(new Held().Answer("LEG-1.1.1", null, reason: "No such courts").Findings("LEG-1.1.1"));

    [Fact]
    public void An_unconfirmed_answer_blocks()
    {
        var held = new Held().Answer("LEG-1.1.1", "no", source: Provenance.PrefilledUnconfirmed);

        Assert.Equal(["LEG-1.1.1 unconfirmed 1"], held.Findings("LEG-1.1.1"));
        Assert.Equal(1, held.Completeness.Blocking);
    }

    [Theory]
    [InlineData("no", null, 0, "")]
    [InlineData("yes", null, 0, "LEG-1.1.1 evidence-missing 1")]
    [InlineData("partial", null, 0, "LEG-1.1.1 evidence-missing 1")]
    [InlineData("yes", "It is not published", 0, "LEG-1.1.1 evidence-explained 1")]
    [InlineData("yes", null, 1, "")]
    public void An_answer_that_needs_evidence_has_it_or_says_why_not(string value, string? comment, int links, string finding)
    {
        var held = new Held().Answer("LEG-1.1.1", value, comment);
        for (var link = 0; link < links; link++)
        {
            held.Link("LEG-1.1.1");
        }

        Assert.Equal(finding, string.Join(", ", held.Findings("LEG-1.1.1")));
        Assert.Equal(finding.Contains("missing", StringComparison.Ordinal) ? 1 : 0, held.Completeness.Blocking);
    }

    [Fact]
    public void A_file_that_waits_for_the_scanner_counts_and_warns() =>
        Assert.Equal(["LEG-1.1.1 file-waiting 1"], new Held().Answer("LEG-1.1.1", "yes").File("LEG-1.1.1", ScanState.Waiting).Findings("LEG-1.1.1"));

    [Fact]
    public void A_file_with_a_virus_proves_nothing() => Assert.Equal(
        ["LEG-1.1.1 evidence-missing 1", "LEG-1.1.1 file-infected 1"], new Held().Answer("LEG-1.1.1", "yes").File("LEG-1.1.1", ScanState.Infected).Findings("LEG-1.1.1"));

    [Fact]
    public void Open_suggestions_warn_and_are_counted() => Assert.Equal(
        ["LEG-1.1.1 open-suggestion 2"], new Held().Answer("LEG-1.1.1", "no").Suggestion("LEG-1.1.1").Suggestion("LEG-1.1.1").Findings("LEG-1.1.1"));

    [Fact]
    public void A_text_that_the_question_does_not_take_blocks()
    {
        var held = new Held().Answer("LEG-1.1.1", "perhaps");

        Assert.Equal(["LEG-1.1.1 invalid-answer 1"], held.Findings("LEG-1.1.1"));
        Assert.Equal(1, held.Completeness.Blocking);
    }

    [Fact]
    public void A_question_that_is_not_asked_raises_nothing()
    {
        // LEG-1.5 is asked only where LEG-1.1.1 or LEG-1.1.2 is yes or partial.
        var held = new Held().Answer("LEG-1.1.1", "no").Answer("LEG-1.1.2", "no").Answer("LEG-1.5", "An act", source: Provenance.PrefilledUnconfirmed).Suggestion("LEG-1.5");

        Assert.Empty(held.Findings("LEG-1.5"));
        Assert.Equal(0, held.Completeness.Blocking);
        Assert.Equal(["LEG-1.5 unconfirmed 1", "LEG-1.5 open-suggestion 1"], new Held().Answer("LEG-1.1.1", "yes").Answer("LEG-1.5", "An act", source: Provenance.PrefilledUnconfirmed).Suggestion("LEG-1.5").Findings("LEG-1.5").Where(finding => !finding.Contains("evidence", StringComparison.Ordinal)));
    }

    [Fact]
    public void Certifying_succeeds_exactly_when_nothing_blocks()
    {
        var one = Gen.Select(Gen.Int[0, 4].Select(choice => s_choices[choice]), Gen.Bool, Gen.Bool, Gen.Int[0, 2], Gen.Bool);
        one.Array[s_always.Length].Sample(
            cases =>
            {
                var (held, blocks) = (new Held(), false);
                foreach (var ((value, isPrefilled, isExplained, links, isSuggested), question) in cases.Zip(s_always))
                {
                    if (value.Length > 0)
                    {
                        held.Answer(
                            question, value == "n/a" ? null : value, isExplained ? "Explained" : null, isPrefilled ? Provenance.PrefilledUnconfirmed : Provenance.Country,
                            value == "n/a" ? "Not here" : null);
                        blocks |= isPrefilled || (value is "yes" or "partial" && links == 0 && !isExplained);
                    }

                    Enumerable.Range(0, links).ToList().ForEach(_ => held.Link(question));
                    if (isSuggested)
                    {
                        held.Suggestion(question);
                    }
                }

                var refusal = held.Certified();

                Assert.Equal(blocks ? "not-complete" : null, refusal?.Code);
                Assert.Equal(blocks, held.Response.SubmittedAt is null);
            },
            iter: 300);
    }
}
