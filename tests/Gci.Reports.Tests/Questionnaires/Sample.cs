using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires;
using Gci.Testing;

namespace Gci.Reports.Tests.Questionnaires;

/// <summary>The edition 2024, translations of it that are made here, and copies of a country's questionnaire.</summary>
internal static class Sample
{
    private static readonly ImmutableDictionary<string, InterfaceTexts> s_texts = AllTexts();

    internal static Edition Edition { get; } = Load();

    /// <summary>The same with one question of each kind, so that it is written and read a thousand times in a moment.</summary>
    internal static Edition Small { get; } = Edition with
    {
        Questionnaire = Edition.Questionnaire! with
        {
            Sections = [new("COO", "Introduction.", [.. Edition.Questionnaire.Questions().Where(question => question.Type is not TableType || question.Code == "COO-1.4").DistinctBy(question => question.Type.Name).Select(Shortened)])],
        },
    };

    internal static InterfaceTexts Texts(string language) => s_texts[language];

    internal static QuestionnaireCopy Copy(string language, ImmutableSortedDictionary<string, CopiedAnswer>? answers = null) => Copy(Edition, language, answers);

    internal static QuestionnaireCopy Copy(Edition edition, string language, ImmutableSortedDictionary<string, CopiedAnswer>? answers = null) =>
        new(edition, edition.In(language), Texts(language), edition.Countries["KEN"], "response-7", answers ?? ImmutableSortedDictionary.Create<string, CopiedAnswer>(StringComparer.Ordinal));

    internal static byte[] Written(QuestionnaireCopy copy)
    {
        using var output = new MemoryStream();
        QuestionnaireWorkbook.Write(output, copy);
        return output.ToArray();
    }

    internal static (ReturnedWorkbook? Workbook, string[] Problems) Read(byte[] workbook, Edition edition)
    {
        var problems = new Problems();
        using var content = new MemoryStream(workbook);
        var read = QuestionnaireWorkbookReader.Read(content, "q.xlsx", edition, Texts(Languages.Source), problems);
        return (read, [.. problems.InOrder().Select(problem => problem.ToString())]);
    }

    private static Question Shortened(Question question) => question with
    {
        Relevant = null,
        Type = question.Type is TableType table ? table with { MaximumRows = 5 } : question.Type,
        Evidence = question.Evidence is { } policy ? policy with { Maximum = 2 } : null,
    };

    private static Edition Load()
    {
        var problems = new Problems();
        var edition = new EditionsFolder(Repository.Root).Load("2024", problems) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
        return Translated(edition);
    }

    /// <summary>The edition with a translation into each language.</summary>
    internal static Edition Translated(Edition edition) => edition with
    {
        Translations = Languages.All.Where(language => language != Languages.Source).ToImmutableDictionary(language => language, language => Pseudo.Of(edition, language)),
    };

    private static ImmutableDictionary<string, InterfaceTexts> AllTexts()
    {
        var english = new EditionsFolder(Repository.Root).Interface(new())[Languages.Source];
        return Languages.All.ToImmutableDictionary(language => language, language => language == Languages.Source ? english : Pseudo.Of(english, language));
    }
}
