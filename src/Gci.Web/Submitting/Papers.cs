using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Reports.Blocks;
using Gci.Reports.Questionnaires.Papers;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Pages.Responses;

namespace Gci.Web.Submitting;

/// <summary>A document that somebody may have, and the name of its file.</summary>
public sealed record Paper(Report Report, string FileName);

/// <summary>Puts together the documents of a response. Everything is read here; drawing needs the database no more.</summary>
public sealed class Papers(GciDb db, EditionShelf shelf, Visitor visitor)
{
    /// <summary>The questionnaire, of the pages that the person may see; null where the response does not exist for the person.</summary>
    public async Task<Paper?> QuestionnaireAsync(Guid id, string language, bool isBlank, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return null;
        }

        var pages = opened.Pages().Select(page => page.Code).ToImmutableHashSet();
        if (pages.IsEmpty)
        {
            return null;
        }

        var copy = isBlank ? opened.BlankCopy(shelf, language) : opened.CopyOf(shelf, await Dossier.LoadAsync(db, opened.Sight, cancel), language);
        return new(QuestionnairePaper.Of(copy, isBlank, pages), Named(isBlank ? "blank-questionnaire" : "questionnaire", opened, language));
    }

    /// <summary>The receipt; null where nothing was submitted or the person may not see all of it.</summary>
    public async Task<Paper?> ReceiptAsync(Guid id, string language, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !ReceiptModel.IsShownTo(opened)
            || await SubmissionRecord.FindAsync(db, id, cancel) is not { } record)
        {
            return null;
        }

        var response = opened.Response;
        var receipt = new Receipt(
            opened.CopyOf(shelf, await Dossier.LoadAsync(db, opened.Sight, cancel), language), response.CertifiedName!, response.CertifiedOffice!, record.Link.At,
            response.CertifiedUnanswered!.Value, response.CertifiedHash!, record.Link.Sequence, record.Link.Hash,
            record is { Seal: { } seal, Head: { } head } ? new(seal.Number, seal.At, head.Length, seal.Hash, seal.Signature) : null);
        return new(ReceiptPaper.Of(receipt), Named("receipt", opened, language));
    }

    private static string Named(string what, OpenedResponse opened, string language) => $"{what}-{opened.Edition.Id}-{opened.Response.Country}-{language}.pdf";
}
