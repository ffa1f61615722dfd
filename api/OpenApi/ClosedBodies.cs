using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>
/// Closes the schemas that clients send, so that a typo is noticed, and leaves open those that they receive, so that they can grow.
/// </summary>
internal sealed class ClosedBodies : IDocumentFilter
{
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var bodies = new HashSet<string>();
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            foreach (var media in operation.RequestBody?.Content?.Values ?? [])
                Follow(media.Schema, swaggerDoc, bodies);
        }

        foreach (var (name, schema) in swaggerDoc.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (schema is OpenApiSchema { Type: JsonSchemaType.Object } changeable)
                changeable.AdditionalPropertiesAllowed = !bodies.Contains(name);
        }
    }

    private static void Follow(IOpenApiSchema? schema, Microsoft.OpenApi.OpenApiDocument document, HashSet<string> seen)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id } && (!seen.Add(id) || !document.Components!.Schemas!.TryGetValue(id, out schema)))
            return;
        foreach (var part in (schema?.Properties?.Values ?? []).Concat(schema?.AllOf ?? []).Append(schema?.Items))
        {
            if (part is not null)
                Follow(part, document, seen);
        }
    }
}
