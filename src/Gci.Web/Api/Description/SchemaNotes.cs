using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gci.Web.Api.Description;

/// <summary>Says in schemas what the generator leaves out.</summary>
internal static class SchemaNotes
{
    /// <summary>Words of an enumeration are strings, and an uploaded file is a file.</summary>
    internal static Task AddAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) is { IsEnum: true } words)
        {
            schema.Type = JsonSchemaType.String;

            // The generator finds no comment where a schema is first met as one that may be null.
            schema.Description ??= words.GetCustomAttribute<DescriptionAttribute>()?.Description;
        }

        if (context.JsonTypeInfo.Type == typeof(IFormFile))
        {
            schema.Description = "A file of the form.";
        }

        return Task.CompletedTask;
    }

    /// <summary>A property that may be null says itself what it is; so does the word that tells kinds apart.</summary>
    internal static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>())
        {
            foreach (var (name, property) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Where(pair => pair.Value.Description is null))
            {
                property.Description = name == "kind" ? "What it is." : property.OneOf?.Select(one => one.Description).FirstOrDefault(text => text is not null);
            }
        }

        return Task.CompletedTask;
    }
}
