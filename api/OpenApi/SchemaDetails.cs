using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LiveFeed.Api.Events;
using LiveFeed.Api.Scores;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>
/// Adds to schemas what the code says by its types: words of enumerations, required members, members that are never null, whole points.
/// </summary>
internal sealed partial class SchemaDetails : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema changeable)
            return;
        if (changeable.Description is { } text)
            changeable.Description = Spaces().Replace(text.Trim(), " ");
        // If a member refers to a type, the type's own schema says the rest.
        if (context.MemberInfo is not null || context.ParameterInfo is not null)
            return;
        if (context.Type.IsEnum)
            (changeable.Type, changeable.Format, changeable.Enum) = (JsonSchemaType.String, null, Schemas.Words(Schemas.WordsOf(context.Type)).Enum);
        else if (changeable.Properties is { Count: > 0 } properties)
            DescribeMembers(changeable, properties, context.Type);
    }

    private static void DescribeMembers(OpenApiSchema schema, IDictionary<string, IOpenApiSchema> properties, Type type)
    {
        // A member without a default must be in a request, and is in every response, null or not: nulls are written.
        if (type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)?.GetParameters() is { Length: > 0 } members)
            schema.Required = members.Where(member => !member.HasDefaultValue).Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name!)).ToHashSet();
        foreach (var property in type.GetProperties().Where(IsLeftOutWhenNull))
        {
            if (properties.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(property.Name), out var member) && member is OpenApiSchema known)
                known.Type &= ~JsonSchemaType.Null;
        }

        if (type == typeof(SetBody))
        {
            foreach (var points in properties.Values.OfType<OpenApiSchema>())
                (points.Type, points.Format, points.Minimum, points.Maximum) = (JsonSchemaType.Integer, "int32", "0", "999");
        }

        if (type == typeof(CreateEventBody) && properties["id"] is OpenApiSchema id)
            (id.MinLength, id.MaxLength, id.Pattern) = (Schemas.EventId().MinLength, Schemas.EventId().MaxLength, Schemas.EventId().Pattern);
    }

    private static bool IsLeftOutWhenNull(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.WhenWritingNull;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

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
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
