using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveFeed.Domain;

/// <summary>
/// Writes a condition for the hash by which a repeated command is recognized: one state as itself, as commands were hashed when there
/// could be only one; several as a list; any as <c>true</c>. Nothing reads it.
/// </summary>
internal sealed class IfMatchJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IfMatch<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<IfMatch<T>>
    {
        public override IfMatch<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, IfMatch<T> value, JsonSerializerOptions options)
        {
            if (value.OneOf is null)
                writer.WriteBooleanValue(true);
            else if (value.OneOf is [var only])
                JsonSerializer.Serialize(writer, only, options);
            else
                JsonSerializer.Serialize(writer, value.OneOf, options);
        }
    }
}
