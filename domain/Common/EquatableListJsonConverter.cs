using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveFeed.Domain;

/// <summary>Reads and writes an <see cref="EquatableList{T}"/> as the list that it is.</summary>
internal sealed class EquatableListJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var item = typeToConvert.GetGenericArguments()[0];
        return (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(item), options.GetConverter(typeof(List<>).MakeGenericType(item)))!;
    }

    private sealed class Converter<T>(JsonConverter<List<T>> lists) : JsonConverter<EquatableList<T>>
    {
        public override EquatableList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(lists.Read(ref reader, typeof(List<T>), options)!);

        public override void Write(Utf8JsonWriter writer, EquatableList<T> value, JsonSerializerOptions options) => lists.Write(writer, [.. value], options);
    }
}
