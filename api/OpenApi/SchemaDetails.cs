using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>Says in schemas what the code says by its types: words of enumerations, whole points, no further members.</summary>
internal sealed class SchemaDetails : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema changeable)
            return;
        if (context.Type.IsEnum)
        {
            changeable.Type = JsonSchemaType.String;
            changeable.Format = null;
            changeable.Enum = [.. Enum.GetNames(context.Type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
        }
        else if (context.Type == typeof(Scores.SetBody))
        {
            foreach (var points in changeable.Properties?.Values.OfType<OpenApiSchema>() ?? [])
                (points.Type, points.Format, points.Minimum, points.Maximum) = (JsonSchemaType.Integer, "int32", "0", "999");
        }
    }
}

/// <summary>The problem document, with every code there is.</summary>
internal sealed class ErrorVocabulary : IDocumentFilter
{
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        swaggerDoc.Components.Schemas["Problem"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal (RFC 9457). Codes never change their meaning. Some refusals have further members, such as current (the stored score) or holder.",
            Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("urn:livefeed:error: and the code."),
                ["title"] = Text("The code in words."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
                ["detail"] = Text("What is wrong and what to do, for people."),
                ["code"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "What is wrong, for programs.",
                    Enum = [.. Enum.GetValues<ErrorCode>().Select(code => (JsonNode)code.Wire())],
                },
                ["traceId"] = Text("Finds the request in the server's logs."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "What is wrong, by field, such as sets[5] or matches[3].team1Id.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            },
        };
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
