using Gci.Data;
using Gci.Data.Consultation;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Consulting;

/// <summary><c>/editions/{edition}/consultation.csv</c>: the whole record.</summary>
internal static class ConsultationDownload
{
    internal static void MapConsultationDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/editions/{edition}/consultation.csv", GetAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> GetAsync(string edition, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel)
    {
        if (!shelf.Has(edition) || !ConsultationItem.MayTakePart(visitor.Known))
        {
            return Results.NotFound();
        }

        var record = await ConsultationRecord.LoadAsync(db, shelf.Edition(edition), visitor.Known, visitor.Texts, cancel);
        return CsvFile.Of(record.ToCsv(), $"gci-{edition}-consultation.csv");
    }
}
