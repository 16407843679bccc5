using Gci.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Gci.Web.Api.Description;

/// <summary>The OpenAPI 3.1 document, made from the routes themselves. It is English, as its identifiers are.</summary>
internal static class ApiDescription
{
    internal const string Document = "v1";
    internal const string Address = "/openapi/v1.json";

    internal const string About =
        """
        Everything that a page of the questionnaire service does, a program can do.

        **Sign-in.** Make a token at [/account/tokens](/account/tokens) and send it as `Authorization: Bearer gci_…`. A token acts for the account that made it, as the account stands at this moment, within its scopes. Editions, countries and problems are answered without sign-in.

        **Changes** are acknowledged only when they are committed. A change that is guarded by a revision sends it as `If-Match`; one that may be repeated carries an `Idempotency-Key`, and the same key is answered with the first result.

        **Errors** are `application/problem+json` with a stable `code`; [/problems](/problems) explains each. Another country's ids look like unknown ones: 404.

        **Lists** take `limit` and `after`; `next` in the body and the header `Link` hold the address of the entries that follow.

        **Limits.** A token may make 1,200 requests a minute unless the operator of the service decided otherwise; then 429 with `Retry-After`.
        """;

    internal static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = route => route.RelativePath?.StartsWith(ApiGroup.Prefix[1..], StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "GciEngine", Version = Document, Description = About, License = new() { Name = "Apache License 2.0", Identifier = "Apache-2.0" } };
            document.Servers = [new() { Url = "/", Description = "This service" }];
            document.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
            Put(document, "bearer", new() { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "gci_…", Description = Bearer });
            Put(document, "session", new() { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Sessions.SessionCookie, Description = "The session of somebody who signed in on a page; it has all scopes." });
            Put(document, "antiForgery", new() { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Anti-Forgery", Description = "The hidden field __RequestVerificationToken of any form on a page; changes by a session send it." });
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(OperationNotes.AddAsync);
        options.AddSchemaTransformer(SchemaNotes.AddAsync);
        options.AddDocumentTransformer(ProblemNotes.DescribeAsync);
        options.AddDocumentTransformer(SchemaNotes.DescribeAsync);
    });

    internal static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static (string Name, string Description)[] Tags =>
    [
        ("Account", "Who makes the request."),
        ("Answers", "Answers as appended revisions: nothing is ever overwritten."),
        ("Consultation", "What members and experts say about draft editions."),
        ("Drafts", "Editions in the making: their questions, files and history, and the check."),
        ("Editions", "What is asked, of whom, and since when."),
        ("Evidence", "Links and files that prove answers."),
        ("Freezing", "The snapshots of an edition: proposed by one person, confirmed by another, and what was published from them."),
        ("History", "Who did what and when, entry by entry of the audit chain."),
        ("Messages", "Remarks among a country's people, and questions to the secretariat."),
        ("People", "Who works on a response: the focal point invites and opens sections."),
        ("Problems", "The catalogue of errors."),
        ("Responses", "A country's answers to an edition, and private self-assessments."),
        ("Running", "How the secretariat runs an edition: dates, steps, reminders, extensions, and how far each country is."),
        ("Session", "What a browser needs to go on."),
        ("Submission", "Check, certificate, receipt and the documents of a response."),
        ("Review", "Verdicts of reviewers, questions that go back to the country, desk research. Verdicts do not exist for countries."),
        ("Suggestions", "Answers that contributors propose beside the answer."),
        ("Workbooks", "The questionnaire as a workbook, there and back."),
    ];

    private static string Bearer => $"A token of an account. Scopes: {string.Join(", ", Gci.Data.Accounts.Scopes.All)}.";

    private static void Put(OpenApiDocument document, string name, OpenApiSecurityScheme scheme) => document.AddComponent<IOpenApiSecurityScheme>(name, scheme);
}
