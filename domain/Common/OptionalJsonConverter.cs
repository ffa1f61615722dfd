using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveFeed.Domain;

/// <summary>Reads and writes an <see cref="Optional{T}"/> as its value. The serializer doesn't call it for a member that isn't there.</summary>
internal sealed class OptionalJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var value = typeToConvert.GetGenericArguments()[0];
        return (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(value), options.GetConverter(value))!;
    }

    // The value's own converter, and not JsonSerializer.Deserialize, which would report the path of an error without what is before it.
    private sealed class Converter<T>(JsonConverter<T> values) : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? Optional<T>.Null : values.Read(ref reader, typeof(T), options);

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
        {
            if (value.Value is { } known)
                values.Write(writer, known, options);
            else
                writer.WriteNullValue();
        }
    }
}
