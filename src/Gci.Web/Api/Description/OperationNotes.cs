using System.Text.Json;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Gci.Web.Api.Description;

/// <summary>What a route's notes say of its operation: who may call it, what it refuses, headers and examples.</summary>
internal static class OperationNotes
{
    // Parts of addresses that mean the same in every route.
    private static readonly Dictionary<string, string> s_parameters = new()
    {
        ["edition"] = "The edition's id, such as 2026.",
        ["id"] = "The id of the response.",
        ["evidence"] = "The id of the piece of evidence.",
        ["file"] = "The id of the file.",
        ["invitation"] = "The id of the invitation.",
        ["person"] = "The id of the account.",
        ["suggestion"] = "The id of the suggestion.",
        ["question"] = "The code of the question, such as LEG-1.1.1.",
        ["pillar"] = "The code of the pillar, such as LEG.",
        ["seat"] = "The seat: first, second or adjudicator.",
        ["contribution"] = "The id of the contribution.",
    };

    internal static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var notes = context.Description.ActionDescriptor.EndpointMetadata;
        var document = context.Document!;
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Description is null))
        {
            parameter.Description = s_parameters.GetValueOrDefault(parameter.Name!);
        }

        var scope = notes.OfType<NeedsScope>().LastOrDefault()?.Scope;
        var isPublic = notes.OfType<IAllowAnonymous>().Any();
        var isSafe = HttpMethods.IsGet(context.Description.HttpMethod!);
        if (!isPublic)
        {
            operation.Security = [Requirement(document, ("bearer", scope)), isSafe ? Requirement(document, ("session", null)) : Requirement(document, ("session", null), ("antiForgery", null))];
            operation.Description = $"{operation.Description}\n\n{(scope is null ? "Any token will do." : $"A token needs the scope `{scope}`.")}".Trim();
        }

        var options = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        foreach (var example in notes.OfType<Example>())
        {
            Show(operation.RequestBody?.Content, example.Request, options);
            Show(operation.Responses?.FirstOrDefault(answer => answer.Key[0] == '2').Value?.Content, example.Answer, options);
        }

        foreach (var file in notes.OfType<FileField>())
        {
            AddFile(operation, file);
        }

        foreach (var header in notes.OfType<AnswersHeader>())
        {
            Put(operation, header.Name, header.Description);
        }

        if (operation.Parameters?.Any(parameter => parameter.Name == "after") == true)
        {
            Put(operation, "Link", "The address of the entries that follow, with rel=\"next\"; left out where these are the last.");
        }

        var texts = context.ApplicationServices.GetRequiredService<EditionShelf>().In(Languages.Source);
        ProblemNotes.Add(operation, document, Codes(operation, notes, isPublic, isSafe, scope), texts);
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Codes(OpenApiOperation operation, IList<object> notes, bool isPublic, bool isSafe, string? scope) =>
    [
        .. (string[])(isPublic ? [] : ["not-signed-in", "second-factor-missing"]),
        .. (string[])(scope is null ? [] : ["scope-missing"]),
        .. (string[])(isSafe ? [] : ["anti-forgery"]),
        .. (string[])(operation.Parameters?.Count > 0 || operation.RequestBody is not null ? ["bad-request"] : []),
        .. (string[])(operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true ? ["not-found"] : []),
        .. (string[])(operation.RequestBody is null ? [] : ["unsupported-media-type", "too-large"]),
        .. (string[])(operation.Parameters?.Any(parameter => parameter.Name == "after") == true ? ["page-limit", "page-after"] : []),
        "too-many-requests", "failed", .. notes.OfType<RefusesCodes>().SelectMany(refuses => refuses.Codes),
    ];

    private static void Show(IDictionary<string, OpenApiMediaType>? content, object? example, JsonSerializerOptions options)
    {
        if (example is not null && content?.Values.FirstOrDefault() is { } media)
        {
            media.Example = JsonSerializer.SerializeToNode(example, options);
        }
    }

    private static void AddFile(OpenApiOperation operation, FileField file)
    {
        var media = operation.RequestBody!.Content!["multipart/form-data"];
        var field = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = file.Description };
        media.Schema = new OpenApiSchema
        {
            AllOf = [media.Schema!, new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { [file.Name] = field } }],
        };
    }

    private static void Put(OpenApiOperation operation, string name, string description)
    {
        if (operation.Responses?.FirstOrDefault(answer => answer.Key[0] == '2').Value is OpenApiResponse good)
        {
            good.Headers ??= new Dictionary<string, IOpenApiHeader>();
            good.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument document, params (string Scheme, string? Scope)[] schemes)
    {
        var requirement = new OpenApiSecurityRequirement();
        foreach (var (scheme, scope) in schemes)
        {
            requirement[new OpenApiSecuritySchemeReference(scheme, document)] = scope is null ? [] : [scope];
        }

        return requirement;
    }
}
