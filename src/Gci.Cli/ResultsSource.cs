using System.Collections.Immutable;
using System.CommandLine;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Results;
using Gci.Reports;

namespace Gci.Cli;

/// <summary>Where a verb takes its results from: a file of answers or points, or the frozen answers of the service.</summary>
internal sealed class ResultsSource(SharedOptions options)
{
    private readonly ServiceSettings _settings = new();

    private readonly Option<bool> _fromDatabase = new("--from-database") { Description = "Take the frozen answers of the service, from the last snapshot of gci freeze" };

    private readonly Option<int?> _number = new("--snapshot") { Description = "With --from-database, an earlier snapshot", HelpName = "NUMBER" };

    internal void AddTo(Command command)
    {
        command.Add(_fromDatabase);
        command.Add(_number);
        _settings.AddTo(command, options);
    }

    /// <exception cref="WrongUsageException">Options that do not go together, or there is no such snapshot.</exception>
    internal async Task<LoadedResults> LoadAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (!parsed.GetValue(_fromDatabase))
        {
            return parsed.GetValue(_number) is null ? new(Results.Load(parsed, options)) : throw new WrongUsageException("--snapshot goes with --from-database.");
        }

        if (parsed.GetValue(options.Answers) is not null || parsed.GetValue(options.Points) is not null)
        {
            throw new WrongUsageException("--from-database takes the place of --answers and --points.");
        }

        var service = ServiceSettings.Existing(_settings.Of(parsed, options));
        var loaded = await SnapshotResults.LoadAsync(service, options.Load(parsed), parsed.GetValue(_number), cancel);
        return service.IsDemonstration ? loaded with { Notice = "Illustrative data: invented answers. No country gave these answers." } : loaded;
    }
}

/// <summary>Results and where they come from.</summary>
/// <param name="Snapshot">Null where they come from a file.</param>
/// <param name="Notice">What has to be said wherever they are shown; null for nothing.</param>
internal sealed record LoadedResults(EditionResults Results, PublishedSnapshot? Snapshot = null, string? Notice = null)
{
    /// <summary>Answers that countries gave a stricter class than their questions have.</summary>
    internal IReadOnlyDictionary<(string Country, string Question), Confidentiality> Raised { get; init; } = ImmutableDictionary<(string Country, string Question), Confidentiality>.Empty;

    /// <summary>The answers that count, where they come from a snapshot.</summary>
    internal IReadOnlyList<AnswerSheet> Sheets { get; init; } = [];

    /// <summary>What countries say beyond what is proven, where they come from a snapshot.</summary>
    internal IReadOnlyList<(string Country, string Question, string Text)> Claimed { get; init; } = [];
}
