using BenchmarkDotNet.Attributes;
using Gci.Scoring;
using Gci.Scoring.Credits;

namespace Gci.Benchmarks;

/// <summary>From a table of answers to the value of every node, through the public door.</summary>
public class ScoringBenchmarks
{
    private Scorer _scorer = null!;
    private AnswerTable _some = null!;
    private AnswerTable _many = null!;

    [GlobalSetup]
    public void Load()
    {
        var edition = Editions.Load();
        (_scorer, _some, _many) = (edition.Scorer, Editions.Answers(edition, 194), Editions.Answers(edition, 10_000));
    }

    [Benchmark]
    public Scores Scoring194() => _scorer.Score(_some);

    [Benchmark]
    public Scores Scoring10000() => _scorer.Score(_many);

    /// <summary>All parts of all countries, as an explanation walks through them.</summary>
    [Benchmark]
    public int Scoring194WithTraces()
    {
        var scores = _scorer.Score(_some);
        var parts = 0;
        for (var country = 0; country < scores.Countries.Count; country++)
        {
            parts += scores.Trace(country).Root.Parts.Length;
        }

        return parts;
    }
}
