using Gci.Testing;

namespace Gci.Cli.Tests.Robustness;

/// <summary>Options that <c>gci robustness</c> does not know: exit code 2, a sentence that says what is known, and no folder.</summary>
public sealed class RobustnessUsageTests
{
    private const string Help = "\nRun ./gci --help, or ./gci VERB --help, to see what is known.";
    private const string Samplers = ": weights are drawn by noise:F (0 < F <= 1), dirichlet:C (0 < C <= 1000000), bounded:S (0 <= S < 1), ordinal or ballots.";
    private const string Means = ": groups are made as points, arithmetic, geometric, harmonic or power:P (-100 <= P <= 100).";
    private const string Draws = "There are between 1 and 68719476736 draws, and --from lies below --to.";
    private const string Bounds = "A shift of the bounds is at least 0 and less than half of the distance between two of them.";
    private const string Size = "--sensitivity is a power of two, or 0.";

    [Theory]
    [InlineData("noise")]
    [InlineData("noise:0")]
    [InlineData("noise:1.01")]
    [InlineData("noise:0,25")]
    [InlineData("noise:NaN")]
    [InlineData("noise:-0.5")]
    [InlineData("noise:0.1:0.2")]
    [InlineData("dirichlet:0")]
    [InlineData("dirichlet:1000001")]
    [InlineData("bounded:1")]
    [InlineData("ordinal:1")]
    [InlineData("area=uniform")]
    [InlineData("area=")]
    public Task Weights_are_drawn_in_ways_that_are_named(string how) => RefusesAsync($"--weights {how}{Samplers}", "--weights", how);

    [Theory]
    [InlineData("median")]
    [InlineData("power")]
    [InlineData("power:x")]
    [InlineData("power:NaN")]
    [InlineData("power:Infinity")]
    [InlineData("power:-101")]
    [InlineData("area=")]
    public Task So_are_groups_made(string how) => RefusesAsync($"--aggregation {how}{Means}", "--aggregation", how);

    [Theory]
    [InlineData("zero")]
    [InlineData("question")]
    [InlineData("question=blocked")]
    [InlineData("question=Zero")]
    public Task What_is_not_known_means_one_of_two_things_at_a_level(string how) =>
        RefusesAsync($"--unanswered {how}: write LEVEL=zero or LEVEL=missing.", "--unanswered", how);

    [Theory]
    [InlineData("--weights", "pillar=ordinal", "\"pillar\" is no level that can be varied here; write area or question.")]
    [InlineData("--weights", "index=ordinal", "\"index\" is no level that can be varied here; write area or question.")]
    [InlineData("--aggregation", "question=harmonic", "\"question\" is no level that can be varied here; write index or area.")]
    [InlineData("--unanswered", "Index=zero", "\"Index\" is no level that can be varied here; write area or question.")]
    public Task A_level_is_one_of_the_edition(string option, string value, string sentence) => RefusesAsync($"{option}: {sentence}", option, value);

    [Theory]
    [InlineData("--weights says twice how weights are drawn at all levels.", "noise:0.1", "ordinal")]
    [InlineData("--weights says twice how weights are drawn at the level area.", "area=noise:0.1", "areas=ordinal")]
    public Task Weights_of_a_level_are_drawn_in_one_way(string sentence, string one, string other) => RefusesAsync(sentence, "--weights", one, "--weights", other);

    [Theory]
    [InlineData("ballots", "area or question")]
    [InlineData("question=ballots", "question")]
    public Task Ballots_must_be_there(string how, string levels) => RefusesAsync($"--weights ballots: edition 2030 has no ballot on weights of the level {levels}.", "--weights", how);

    [Theory]
    [InlineData("--thresholds", "-1", Bounds)]
    [InlineData("--thresholds", "50", Bounds)]
    [InlineData("--thresholds", "NaN", "--thresholds takes a number such as 0.25, not \"NaN\"." + Help)]
    [InlineData("--thresholds", "Infinity", "--thresholds takes a number such as 0.25, not \"Infinity\"." + Help)]
    [InlineData("--thresholds", "0,25", "--thresholds takes a number such as 0.25, not \"0,25\"." + Help)]
    [InlineData("--partial", "little", "--partial takes a number such as 0.25, not \"little\"." + Help)]
    [InlineData("--partial", "0", "--partial takes a credit of more than 0 and at most 1.")]
    [InlineData("--partial", "1.5", "--partial takes a credit of more than 0 and at most 1.")]
    [InlineData("--partial", "-0.25", "--partial takes a credit of more than 0 and at most 1.")]
    [InlineData("--threads", "0", "--threads is at least 1.")]
    [InlineData("--draws", "0", Draws)]
    [InlineData("--draws", "-7", Draws)]
    [InlineData("--draws", "68719476737", Draws)]
    [InlineData("--draws", "1e6", "Cannot parse argument '1e6' for option '--draws' as expected type 'System.Int64'." + Help)]
    [InlineData("--seed", "-1", "Cannot parse argument '-1' for option '--seed' as expected type 'System.UInt64'." + Help)]
    [InlineData("--from", "0", "--from and --to go together.")]
    [InlineData("--to", "5", "--from and --to go together.")]
    [InlineData("--sensitivity", "1", Size)]
    [InlineData("--sensitivity", "48", Size)]
    [InlineData("--sensitivity", "-2", Size)]
    [InlineData("--sensitivity", "2097152", Size)]
    [InlineData("--draw", "-1", "--draw is the number of a draw, 0 or more.")]
    public Task A_number_that_cannot_be_is_refused(string option, string value, string sentence) =>
        RefusesAsync(sentence, option, value);

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5", "3")]
    [InlineData("-1", "3")]
    [InlineData("0", "9223372036854775807")]
    [InlineData("-9223372036854775808", "9223372036854775807")]
    public Task A_range_that_cannot_be_is_refused(string from, string to) => RefusesAsync(Draws, "--from", from, "--to", to);

    [Theory]
    [InlineData("--weights", "indicator=ordinal", "--weights: \"indicator\" is no level that can be varied here; write pillar.")]
    [InlineData("--aggregation", "pillar=harmonic", "--aggregation: \"pillar\" is no level that can be varied here; write index.")]
    [InlineData("--unanswered", "indicator=missing", "--unanswered: \"indicator\" is no level that can be varied here; write pillar.")]
    [InlineData("--weights", "ballots", "--weights ballots: edition 2024 has no ballot on weights of the level pillar.")]
    [InlineData("--partial", "0.25", "--partial: no answer here earns a part of its credit.")]
    [InlineData("--thresholds", "5", Bounds)]
    public async Task Of_pillar_points_nothing_below_the_pillars_can_vary(string option, string value, string sentence)
    {
        using var folder = new StudyFolder();
        string[] args = ["robustness", "--edition", "2024", "--points", folder.Write("points.csv", Inputs.Points), "--out", folder.At("out"), option, value];

        await folder.RefusesAsync(2, sentence, () => Verb.RunAsync(args));
    }

    [Fact]
    public async Task Neither_a_folder_nor_a_draw_is_wrong_usage()
    {
        using var folder = new StudyFolder();
        await folder.RefusesAsync(2, "Give --out DIR for the files, or --draw NUMBER to look at one draw.", () => folder.RunAsync());
    }

    [Fact]
    public async Task No_country_with_a_score_is_wrong_usage()
    {
        using var folder = new StudyFolder("country,code,answer\nEST,WAT-1,yes\n");
        await folder.RefusesAsync(2, "No country has a score.", () => folder.RunAsync("--out", folder.At("out")));
    }

    private static async Task RefusesAsync(string sentence, params string[] options)
    {
        using var folder = new StudyFolder();
        await folder.RefusesAsync(2, sentence, () => folder.RunAsync([.. options, "--out", folder.At("out")]));
    }
}
