using System.Globalization;
using System.Text.Json.Nodes;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Gci.Web.Api.Description;

/// <summary>The problems that operations answer: one response a status, each code with an example. Those of one code alone are described once.</summary>
internal static class ProblemNotes
{
    private const string Schema = "Problem";

    internal static void Add(OpenApiOperation operation, OpenApiDocument document, IEnumerable<string> codes, InterfaceTexts texts)
    {
        operation.Responses ??= [];
        foreach (var status in codes.Distinct().GroupBy(ProblemCatalogue.StatusOf).OrderBy(group => group.Key))
        {
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = status.ToArray() is [var only]
                ? new OpenApiResponseReference(only, document)
                : Response(document, [.. status.Order(StringComparer.Ordinal)], texts);
        }
    }

    /// <summary>What the responses of operations refer to.</summary>
    internal static async Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.AddComponent<IOpenApiSchema>(Schema, await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, cancel));
        var texts = context.ApplicationServices.GetRequiredService<EditionShelf>().In(Languages.Source);
        var used = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Responses!.Values)
            .OfType<OpenApiResponseReference>().Select(reference => reference.Reference.Id!);
        foreach (var code in used.Distinct().Order(StringComparer.Ordinal))
        {
            document.AddComponent<IOpenApiResponse>(code, Response(document, [code], texts));
        }
    }

    private static OpenApiResponse Response(OpenApiDocument document, IReadOnlyList<string> codes, InterfaceTexts texts)
    {
        var response = new OpenApiResponse
        {
            Description = string.Join("; ", codes.Select(code => $"{texts[$"problems.title.{code}"]} (`{code}`)")) + ".",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new()
                {
                    Schema = new OpenApiSchemaReference(Schema, document),
                    Examples = codes.ToDictionary(code => code, IOpenApiExample (code) => new OpenApiExample { Value = Body(ProblemCatalogue.Entry(code, texts)) }),
                },
            },
        };
        var header = codes[0] switch { "not-signed-in" or "scope-missing" => "WWW-Authenticate", "too-many-requests" => "Retry-After", _ => null };
        if (header is not null)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                [header] = new OpenApiHeader { Description = header == "Retry-After" ? "How many seconds to wait." : "How to sign in.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
        }

        return response;
    }

    private static JsonObject Body(ProblemEntry entry) => new()
    {
        ["type"] = entry.Type,
        ["title"] = entry.Title,
        ["status"] = entry.Status,
        ["detail"] = entry.Detail,
        ["code"] = entry.Code,
    };
}
