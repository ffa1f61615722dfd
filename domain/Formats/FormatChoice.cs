using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Formats;

/// <summary>
/// A format as an organizer gives it: the name of a preset, or a format of his own.
/// </summary>
[JsonConverter(typeof(FormatChoiceJsonConverter))]
public sealed record FormatChoice
{
    /// <summary>More than the JSON of any format.</summary>
    public const int MaxLength = 500;

    private FormatChoice(string? preset, MatchFormat? own) => (Preset, Own) = (preset, own);

    public string? Preset { get; }

    public MatchFormat? Own { get; }

    public static FormatChoice OfPreset(string name) => new(name, null);

    public static FormatChoice Of(MatchFormat format) => new(null, format);

    /// <summary>Reads what <see cref="ToString"/> writes. Returns false if it is no format, or one that can't be.</summary>
    public static bool TryParse(string text, out FormatChoice? format)
    {
        format = null;
        try
        {
            format = text.StartsWith('{') ? JsonSerializer.Deserialize<FormatChoice>(text, ApiJson.Options) : OfPreset(text);
        }
        catch (JsonException)
        {
            return false;
        }

        return format is not null && format.Faults("").Count == 0;
    }

    /// <summary>Returns how a match is played: in its own format, or that of its division; null for the event's. The format of a division of ties is not that of their rubbers.</summary>
    public static FormatChoice? ForMatch(FormatChoice? own, FormatChoice? ofDivision, bool isRubber) =>
        own ?? (isRubber && ofDivision?.Resolve()?.Kind is FormatKind.Rubbers ? null : ofDivision);

    /// <summary>Returns the name of the preset, or the format as JSON.</summary>
    public override string ToString() => Preset ?? JsonSerializer.Serialize(Own, ApiJson.Options);

    /// <summary>Returns the format; null if there is no such preset, or if <see cref="Faults"/> has any.</summary>
    public MatchFormat? Resolve() => Preset is { } name ? FormatPresets.Find(name)?.Format : Faults("").Count == 0 ? Own!.Complete() : null;

    /// <summary>Returns what is wrong, by field.</summary>
    /// <param name="field">The field that has the choice, such as <c>format</c>.</param>
    public IReadOnlyDictionary<string, string[]> Faults(string field)
    {
        if (Preset is { } name)
        {
            return FormatPresets.Find(name) is not null
                ? new Dictionary<string, string[]>()
                : new Dictionary<string, string[]> { [field] = ["There is no preset of this name. GET /api/formats lists them; a format of your own is an object."] };
        }

        // A format that was read names its preset. As long as nothing was changed, it is that preset.
        if (Own!.Preset is { } known && FormatPresets.Find(known)?.Format != Own.Complete())
            return new Dictionary<string, string[]> { [field + ".preset"] = ["This isn't the preset any more. Leave its name out."] };
        return FormatFaults.Of(Own).ToDictionary(fault => $"{field}.{fault.Key}", fault => new[] { fault.Value });
    }

    private sealed class FormatChoiceJsonConverter : JsonConverter<FormatChoice>
    {
        public override FormatChoice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => OfPreset(reader.GetString()!),
            JsonTokenType.StartObject => Of(ReadOwn(ref reader, options)),
            _ => throw new ApiJsonException("A format is the name of a preset, or an object with its kind."),
        };

        private static MatchFormat ReadOwn(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            try
            {
                return JsonSerializer.Deserialize<MatchFormat>(ref reader, options)!;
            }
            catch (JsonException exception)
            {
                // Its path begins here, and not at the body. Without one, the field that has the format is named.
                throw new ApiJsonException(JsonErrors.ToError(exception).Detail);
            }
        }

        public override void Write(Utf8JsonWriter writer, FormatChoice value, JsonSerializerOptions options)
        {
            if (value.Preset is { } name)
                writer.WriteStringValue(name);
            else
                JsonSerializer.Serialize(writer, value.Own, options);
        }
    }
}
