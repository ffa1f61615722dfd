using System.Text.Json.Nodes;
using LiveFeed.Api.Scores;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>Adds the problem document, with every code that there is, and the headers of responses.</summary>
internal sealed class Vocabulary : IDocumentFilter
{
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Headers = ResponseHeaders.All;
        swaggerDoc.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        swaggerDoc.Components.Schemas["Problem"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "An error (RFC 9457). Codes never change their meaning. Some errors have further members, such as current (the stored score) or holder.",
            Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("urn:livefeed:error: and the code."),
                ["title"] = Text("The code in words."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
                ["detail"] = Text("What is wrong and what to do, for people."),
                ["code"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "What is wrong, for programs.",
                    Enum = [.. Enum.GetValues<ErrorCode>().Select(code => (JsonNode)code.ToWireName())],
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
        var outcome = swaggerDoc.Components.Schemas[SchemaNames.Of(typeof(ScoreOutcome))];
        ((OpenApiSchema)outcome.Properties!["problem"]).AllOf = [new OpenApiSchemaReference("Problem", swaggerDoc)];
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
