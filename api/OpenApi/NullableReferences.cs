using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>
/// Gives members that refer to another schema, and may be null, the type of that schema: from OpenAPI 3.0.3 on <c>nullable</c> counts only
/// beside <c>type</c>.
/// </summary>
internal sealed class NullableReferences : IDocumentFilter
{
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = swaggerDoc.Components!.Schemas!;
        foreach (var member in schemas.Values.SelectMany(schema => schema.Properties?.Values ?? []).OfType<OpenApiSchema>())
        {
            if (member is { Type: JsonSchemaType.Null, AllOf: [OpenApiSchemaReference { Reference.Id: { } id }] } && schemas[id].Type is { } type)
                member.Type = type | JsonSchemaType.Null;
        }
    }
}
