using Gci.Testing;

namespace Gci.Cli.Tests.Robustness;

/// <summary>A folder with answers to the made-up index, in which studies are made.</summary>
internal sealed class StudyFolder : IDisposable
{
    /// <summary>The files of a study.</summary>
    internal static readonly string[] Names = ["robustness.json", "sensitivity.csv", "stability.csv"];

    /// <summary>All kinds of sources at once, as far as the made-up index has something for them.</summary>
    internal static readonly string[] Mix =
    [
        "--weights", "noise:0.3", "--weights", "area=dirichlet:20", "--aggregation", "harmonic", "--aggregation", "area=power:2", "--unanswered", "question=zero", "--thresholds", "1.5", "--partial", "0.2",
    ];

    private readonly TemporaryFolder _folder = new();

    internal StudyFolder(string answers = Inputs.CloseAnswers) => Answers = Write("answers.csv", answers);

    internal string Answers { get; }

    internal string Path => _folder.Path;

    internal string At(params ReadOnlySpan<string> parts) => _folder.At(parts);

    internal string Write(string name, string text) => _folder.Write(name, text);

    internal Task<Ended> RunAsync(params IReadOnlyList<string> more) => Verb.RunAsync(["robustness", "--editions", Verb.Other, "--edition", "2030", "--answers", Answers, .. more]);

    /// <summary>Makes a study into a folder and returns its files by their names.</summary>
    internal async Task<Dictionary<string, string>> MakeAsync(string name, params IReadOnlyList<string> more)
    {
        var ended = await RunAsync([.. more, "--out", At(name)]);
        Assert.Equal((0, "Draws …\n"), (ended.Code, ended.Error));
        return Files(name);
    }

    internal Task<Ended> MergeAsync(string to, params IReadOnlyList<string> parts) => Verb.RunAsync(["robustness", "merge", .. parts.Select(part => At(part)), "--out", At(to)]);

    /// <summary>All files of a folder, each byte as a letter.</summary>
    internal Dictionary<string, string> Files(string name) =>
        Directory.EnumerateFiles(At(name)).Order(StringComparer.Ordinal).ToDictionary(path => System.IO.Path.GetFileName(path), path => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)));

    /// <summary>A verb that must end with a sentence and leave the folder as it is.</summary>
    internal async Task RefusesAsync(int code, string sentence, Func<Task<Ended>> run)
    {
        var before = TemporaryFolder.Content(Path);
        var ended = await run();

        Assert.Equal(new(code, "", sentence + "\n"), ended);
        Assert.Equal(before, TemporaryFolder.Content(Path));
    }

    public void Dispose() => _folder.Dispose();
}
