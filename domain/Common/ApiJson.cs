using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LiveFeed.Domain;

/// <summary>
/// How JSON is written and read everywhere: camelCase, enumerations as camelCase words, times in UTC with milliseconds. Unknown and missing
/// members are rejected.
/// </summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Returns a short name for exactly this response, made from a hash.</summary>
    public static string Tag(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 12));

    /// <summary>Applies the rules to options that a framework created.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 16;
        // Names of people and teams stay readable in any script. Responses are never HTML, and say so with nosniff.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new StrictEnumConverter());
        options.Converters.Add(new MillisecondsConverter());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RejectNullItems);
        return options;
    }

    // The serializer respects nullable annotations in properties and parameters, but not inside lists.
    private static void RejectNullItems(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType.IsValueType: false })
        {
            type.OnDeserialized = static items =>
            {
                if (((IEnumerable)items).Cast<object?>().Contains(null))
                    throw new ApiJsonException("null can't stand in this list.");
            };
        }
    }

    private sealed class MillisecondsConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && HasOffset(reader.GetString()!) && reader.TryGetDateTimeOffset(out var value)
                ? value
                : throw new ApiJsonException("Give a time as RFC 3339, such as 2026-07-01T14:30:00.000Z.");

        // Without an offset, a time or a date would be read in the server's own time zone.
        private static bool HasOffset(string text) =>
            text.IndexOf('T', StringComparison.Ordinal) is > 0 and var time && (text.EndsWith('Z') || text.AsSpan().LastIndexOfAny('+', '-') > time);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}
