using Gci.Editions.Cases;
using Gci.Testing;

namespace Gci.Editions.Tests.Cases;

public sealed class CasesTests : IDisposable
{
    private const string Head = "edition: \"2024\"\ncases:\n";
    private const string Full = "points: { legal: 20, technical: 20, organizational: 20, capacity_development: 20, cooperation: 20 }";

    private readonly string _root = Directory.CreateTempSubdirectory("gci-cases-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_shipped_examples_hold()
    {
        var problems = new Problems();
        var cases = CasesReader.Read(Repository.At("tests", "cases"), problems);

        foreach (var example in cases)
        {
            problems.Add(CaseRun.Of(example, example.Edition == "2020" ? Shipped.Edition2020 : Shipped.Asking(example.Edition)));
        }

        Assert.Empty(problems.InOrder());
        Assert.Equal(10, cases.Select(example => example.File).Distinct().Count());
        Assert.All(cases.GroupBy(example => example.File), file => Assert.InRange(file.Count(), 5, 15));
        Assert.Equal(cases.Count, cases.Select(example => (example.File, example.Name)).Distinct().Count());
    }

    [Theory]
    [InlineData("answers: { LEG-2.1: yes }", "legal: 1.3", "legal is 1.295901, expected 1.3.")]
    [InlineData("answers: { LEG-2.1: yes }", "LEG-2.1: 1.295902", "LEG-2.1 is 1.295901, expected 1.295902.")]
    [InlineData("answers: { LEG-2.1: yes }", "legal: much", "legal is 1.295901, expected much.")]
    [InlineData("answers: { LEG-2.1: yes }", "legal: unknown", "legal is 1.295901, expected unknown.")]
    [InlineData("answers: { LEG-2.1: yes }", "tier: T1", "tier is T5, expected T1.")]
    [InlineData("answers: { LEG-2.1: yes }", "tier_legal: T1", "tier_legal is T5, expected T1.")]
    [InlineData("answers: { LEG-2.1: yes }", "tier_moral: unknown", "there is no tier_moral in edition 2024.")]
    [InlineData("answers: { LEG-2.1: yes }", "LEG-9: 0", "there is no LEG-9 in edition 2024.")]
    [InlineData("answers: { LEG-2.1: yes }", "LEG-2.8: 0", "there is no LEG-2.8 in edition 2024.")]
    [InlineData("points: { legal: 20 }", "overall: 20", "overall is unknown, expected 20.")]
    [InlineData("points: { legal: 20 }", "tier: T5", "tier is unknown, expected T5.")]
    public void What_is_not_as_expected_is_said_with_its_line(string given, string expected, string sentence) =>
        Assert.Equal([$"cases/a.yaml:6: Example: {sentence}"], Run($"{Head}  - name: Example\n    {given}\n    expected:\n      {expected}\n"));

    [Theory]
    [InlineData("answers: { LEG-2.1: perhaps }", "LEG-2.1 has no option \"perhaps\"; it has yes, partial, no.")]
    [InlineData("answers: { LEG-2: yes }", "LEG-2 is a group; answer the questions below it.")]
    [InlineData("answers: { ORG-1.2: 2025-01-01 }", "The answer to ORG-1.2 is 2025-01-01, after the reference date 2024-09-12.")]
    [InlineData("points: { moral: 20 }", "moral is not a pillar of edition 2024.")]
    [InlineData("points: { legal: 21 }", "legal must be a number between 0 and 20.")]
    [InlineData("points: { legal: most }", "legal must be a number between 0 and 20.")]
    [InlineData("points: { legal: NaN }", "legal must be a number between 0 and 20.")]
    public void What_cannot_be_scored_is_said_with_its_line(string given, string sentence) =>
        Assert.Equal([$"cases/a.yaml:4: {sentence}"], Run($"{Head}  - name: Example\n    {given}\n    expected: {{ overall: 0 }}\n"));

    [Theory]
    [InlineData("  - name: Example\n    answers: { LEG-2.1: yes }\n    " + Full + "\n    expected: { overall: 1 }\n", ":3: A case has either \"answers\" or \"points\".")]
    [InlineData("  - name: Example\n    expected: { overall: 1 }\n", ":3: A case has either \"answers\" or \"points\".")]
    [InlineData("  - name: Example\n    " + Full + "\n", ":3: A case says in \"expected\" what must come of it.")]
    [InlineData("  - " + Full + "\n    expected: { overall: 100 }\n", ":3: \"name\" is missing.")]
    [InlineData("  - name: Example\n    " + Full + "\n    expect: { overall: 1 }\n    expected: { overall: 100 }\n", ":5: The key \"expect\" is not known here. Known keys: answers, expected, margin, name, points.")]
    [InlineData("  - name: Example\n    " + Full + "\n    expected: { overall: [100] }\n", ":5: overall must have one value.", ":3: A case says in \"expected\" what must come of it.")]
    [InlineData("  - name: Example\n    " + Full + "\n    expected: { overall: 100 }\n    margin: small\n", ":6: \"margin\" must be a number such as 12.5, not \"small\".")]
    [InlineData("  []\n", ":3: \"cases\" is missing or empty.")]
    public void A_case_that_is_not_written_as_one_is_said(string cases, params string[] expected)
    {
        Write(Head + cases);
        var problems = new Problems();

        CasesReader.Read(_root + "/cases", problems);

        Assert.Equal(expected.Select(line => "cases/a.yaml" + line).Order(StringComparer.Ordinal), problems.InOrder().Select(problem => problem.ToString()));
    }

    [Fact]
    public void The_margin_is_a_billionth_unless_the_case_says_otherwise()
    {
        const string Example = Head + "  - name: Example\n    " + Full + "\n    expected: { overall: 99.9 }\n";

        Assert.Equal(["cases/a.yaml:5: Example: overall is 100.0, expected 99.9."], Run(Example));
        Assert.Empty(Run(Example + "    margin: 0.11\n"));
    }

    [Fact]
    public void Answers_need_an_edition_that_asks_something()
    {
        Write("edition: \"2020\"\ncases:\n  - name: Example\n    answers: { LEG-2.1: yes }\n    expected: { overall: 1 }\n");
        var example = Assert.Single(CasesReader.Read(_root + "/cases", new()));

        Assert.Equal(["cases/a.yaml:3: Example: edition 2020 has no questionnaire."], CaseRun.Of(example, Shipped.Edition2020).InOrder().Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_folder_without_cases_is_said()
    {
        var problems = new Problems();

        CasesReader.Read(_root, problems);

        Assert.Equal($"{_root}:1: There are no cases in this folder; a case file is a .yaml file.", Assert.Single(problems.InOrder()).ToString());
    }

    private IEnumerable<string> Run(string text)
    {
        Write(text);
        var problems = new Problems();
        foreach (var example in CasesReader.Read(_root + "/cases/", problems))
        {
            problems.Add(CaseRun.Of(example, Shipped.Edition2024));
        }

        return problems.InOrder().Select(problem => problem.ToString());
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(_root + "/cases");
        File.WriteAllText(_root + "/cases/a.yaml", text);
    }
}
