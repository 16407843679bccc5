using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Scoring.Credits;

namespace Gci.Benchmarks;

/// <summary>The 2024 edition, and answers to it that are the same in every run.</summary>
internal static class Editions
{
    private const int Seed = 20240912;

    /// <summary>The project's edition of 2024; measuring another would compare nothing.</summary>
    internal static Edition Load()
    {
        var root = Environment.GetEnvironmentVariable("GCI_HOME") is { Length: > 0 } home ? home : AboveProgram();
        var problems = new Problems();
        return new EditionsFolder(root).Load("2024", problems) ?? throw new InvalidOperationException(string.Join("\n", problems.InOrder()));
    }

    /// <summary>Answers of so many countries: one in ten unanswered, one in twenty not asked.</summary>
    internal static AnswerTable Answers(Edition edition, int countries)
    {
        var random = new Random(Seed);
        var table = new AnswerTable(edition.Tree, Enumerable.Range(0, countries).Select(country => $"country {country}"));
        foreach (var question in edition.Questionnaire!.Questions().Where(question => question.IsScored))
        {
            for (var country = 0; country < countries; country++)
            {
                table[country, question.Code] = random.Next(20) switch
                {
                    0 or 1 => CodedAnswer.Unanswered,
                    2 => CodedAnswer.Inactive,
                    _ => Code(question.Type, random),
                };
            }
        }

        return table;
    }

    private static double Code(AnswerType type, Random random) => type switch
    {
        ChoiceType choice => random.Next(choice.Options.Length),
        TicksType ticks => random.Next(1, 1 << ticks.Options.Length),
        NumberType number => random.Next((int)number.Minimum, (int)Math.Min(number.Maximum, number.Minimum + 100) + 1),
        TableType => random.Next(4),
        _ => random.Next(12),
    };

    private static string AboveProgram()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "methodology")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the program holds methodology/; set GCI_HOME.");
    }
}
