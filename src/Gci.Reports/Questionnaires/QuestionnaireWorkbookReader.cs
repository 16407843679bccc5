using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires.Reading;
using Gci.Reports.Reading;

namespace Gci.Reports.Questionnaires;

/// <summary>
/// Reads a workbook that <see cref="QuestionnaireWorkbook"/> wrote and somebody filled in. Labels may be in any language, and codes of options
/// are taken too.
/// </summary>
public static class QuestionnaireWorkbookReader
{
    /// <summary>
    /// What the workbook says: each question in whose cells nothing is wrong. What is wrong is among the problems by sheet and cell, in the language
    /// of the texts. Null where nothing can be read.
    /// </summary>
    /// <param name="file">The file as its sender named it, for the problems.</param>
    public static ReturnedWorkbook? Read(Stream content, string file, Edition edition, InterfaceTexts texts, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            if (Bytes(content, file, problems) is { } bytes)
            {
                using var package = WorkbookPackage.Open(bytes);
                var found = new CopyProblems(file, texts);
                var read = new CopyReading(edition, found).Read(WorkbookParts.Of(package));
                found.HandOn(problems);
                return read;
            }
        }
        catch (DamagedWorkbookException e)
        {
            problems.Add(file, 1, e.Message);
        }
        catch (Exception e) when (AnswersWorkbook.MeansDamage(e))
        {
            problems.Add(file, 1, AnswersWorkbook.Damaged);
        }

        return null;
    }

    // A copy of a questionnaire is some hundred kilobytes; a reader must not hold whatever somebody sends.
    private static byte[]? Bytes(Stream content, string file, Problems problems)
    {
        const int LargestMebibytes = 16;
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestMebibytes << 20)
            {
                problems.Add(file, 1, $"The file is larger than {LargestMebibytes} MiB; a questionnaire is far smaller.");
                return null;
            }
        }

        return bytes.ToArray();
    }
}
