using System.Reflection;
using System.Text.Json;
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
        var optional = OptionalContracts.Value(context.Type);
        // Without a type it may be anything, null too.
        if ((optional ?? context.Type) == typeof(FormatChoice))
            changeable.Description += " In JSON it is a text, the name of a preset, or an object like MatchFormat.";
        else if (optional is not null)
            changeable.Type = (changeable.Type ?? default) | JsonSchemaType.Null;
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
            // Darts and cricket count beyond a thousand; what a format allows is narrower.
            foreach (var points in new[] { properties["team1"], properties["team2"] }.OfType<OpenApiSchema>())
                (points.Type, points.Format, points.Minimum, points.Maximum) = (JsonSchemaType.Integer, "int32", "0", "9999");
        }

        if (type == typeof(CreateEventBody) && properties["id"] is OpenApiSchema id)
            (id.MinLength, id.MaxLength, id.Pattern) = (Schemas.EventId().MinLength, Schemas.EventId().MaxLength, Schemas.EventId().Pattern);
    }

    private static bool IsLeftOutWhenNull(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.WhenWritingNull;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
