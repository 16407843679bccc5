using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;

namespace Gci.Web.Tests;

internal static class Certified
{
    /// <summary>Certifies and submits a response as it stands.</summary>
    internal static async Task CertifyAsync(this Service service, Guid id, Account person)
    {
        var cancel = TestContext.Current.CancellationToken;
        var refusal = await service.DataAsync(async db =>
        {
            var dossier = await Dossier.LoadAsync(db, id, cancel);
            return await db.ResponseAsync(
                id,
                (response, _) =>
                {
                    var completeness = Completeness.Of(TestEditions.Of(response.Edition), response.Country, dossier);
                    var certificate = new Certificate(person.Name, "Focal point", IsDeclared: true, completeness.Unanswered, dossier.Content());
                    return Task.FromResult(response.Certify(person.AsActor(), certificate, dossier, completeness, Moment.Now(TimeProvider.System))?.Code ?? "");
                },
                cancel);
        });
        Assert.Equal("", refusal);
    }
}
