using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace LiveFeed.Api.OpenApi;

/// <summary>The schemas of parameters.</summary>
internal static class Schemas
{
    public static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    /// <summary>A file that is no text.</summary>
    public static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    /// <summary>Any 32-bit integer: real schedules have negative ids.</summary>
    public static OpenApiSchema Id() => new() { Type = JsonSchemaType.Integer, Format = "int32" };

    /// <summary>False unless it is set.</summary>
    public static OpenApiSchema Flag() => new() { Type = JsonSchemaType.Boolean, Default = false };

    public static OpenApiSchema Number(int least, int most, int unlessSet) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = $"{least}",
        Maximum = most == int.MaxValue ? null : $"{most}",
        Default = unlessSet,
    };

    public static OpenApiSchema Words(IEnumerable<string> words) => new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] };

    public static OpenApiSchema WordsOf<T>()
        where T : struct, Enum => Words(WordsOf(typeof(T)));

    public static IEnumerable<string> WordsOf(Type enumeration) => Enum.GetNames(enumeration).Select(JsonNamingPolicy.CamelCase.ConvertName);

    public static OpenApiSchema ListOf(OpenApiSchema item) => new() { Type = JsonSchemaType.Array, Items = item };

    public static OpenApiSchema EventId() =>
        new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = Domain.Events.EventId.MaxLength, Pattern = "^[A-Za-z0-9_-]+$" };
}
