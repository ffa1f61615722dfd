using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Incidents;

/// <summary>A person as a scorekeeper names one: a player by id, or a text. In JSON it is a number or a text.</summary>
[JsonConverter(typeof(PersonReferenceJsonConverter))]
public sealed record PersonReference
{
    private PersonReference(int? playerId, string? text) => (PlayerId, Text) = (playerId, text);

    public int? PlayerId { get; }

    public string? Text { get; }

    public static PersonReference ToPlayer(int id) => new(id, null);

    public static PersonReference FromText(string text) => new(null, text);

    /// <summary>Returns the reference with a text that can be shown.</summary>
    public PersonReference Cleaned() => Text is { } text ? FromText(DisplayText.Clean(text)) : this;

    private sealed class PersonReferenceJsonConverter : JsonConverter<PersonReference>
    {
        public override PersonReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => FromText(reader.GetString()!),
            JsonTokenType.Number when reader.TryGetInt32(out var id) => ToPlayer(id),
            _ => throw new ApiJsonException("A person is the id of a player, a 32-bit integer, or a text."),
        };

        public override void Write(Utf8JsonWriter writer, PersonReference value, JsonSerializerOptions options)
        {
            if (value.PlayerId is { } id)
                writer.WriteNumberValue(id);
            else
                writer.WriteStringValue(value.Text);
        }
    }
}
