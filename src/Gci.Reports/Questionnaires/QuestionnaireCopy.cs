using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Methodology;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires;

/// <summary>A country's questionnaire as it leaves the service: in one language, with the answers of one moment.</summary>
/// <param name="Texts">The interface texts in the language of <paramref name="Wording"/>.</param>
/// <param name="ResponseId">Comes back unread in an uploaded workbook, so that the service knows whose copy it is.</param>
/// <param name="Answers">By code of question; a question that was never answered may be missing.</param>
public sealed record QuestionnaireCopy(
    Edition Edition,
    Wording Wording,
    InterfaceTexts Texts,
    Country Country,
    string ResponseId,
    ImmutableSortedDictionary<string, CopiedAnswer> Answers)
{
    /// <summary>All evidence by code of question, files too, as it is printed; a workbook carries the links of the answers only.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<CopiedEvidence>> Evidence { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<CopiedEvidence>>(StringComparer.Ordinal);

    /// <summary>The answer to a question, <see cref="CopiedAnswer.None"/> where there is none.</summary>
    public CopiedAnswer AnswerTo(string code) => Answers.GetValueOrDefault(code, CopiedAnswer.None);
}

/// <summary>One answer of a copy.</summary>
/// <param name="Revision">Its revision number; 0 where the question was never answered.</param>
/// <param name="Value">The text that <see cref="Editions.Answers.AnswerParser"/> takes; null for none.</param>
/// <param name="IsNotApplicable">The country says that the question does not apply to it, with a <paramref name="Reason"/>.</param>
/// <param name="NeedsConfirmation">Taken from an earlier edition and not yet confirmed.</param>
/// <param name="Links">Evidence on the web; files do not travel in a copy.</param>
public sealed record CopiedAnswer(
    int Revision,
    string? Value,
    bool IsNotApplicable,
    string? Reason,
    string? Comment,
    bool NeedsConfirmation,
    ImmutableArray<CopiedLink> Links)
{
    public static CopiedAnswer None { get; } = new(0, null, false, null, null, false, []);
}

/// <summary>A link to evidence.</summary>
/// <param name="Kind">Code of the kind of document; empty where none is said.</param>
public sealed record CopiedLink(string Url, string Title, string Kind);

/// <summary>A piece of evidence as it is printed.</summary>
/// <param name="Kind">Code of the kind of document.</param>
/// <param name="Place">Where in the document; null where it is not said.</param>
/// <param name="Where">The address of a link, or the name of a file.</param>
/// <param name="Sha256">Of a file's bytes; null for a link.</param>
public sealed record CopiedEvidence(string Kind, string Title, string? Place, string Where, string? Sha256);
