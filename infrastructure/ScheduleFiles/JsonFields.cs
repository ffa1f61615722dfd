using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Reads members of a file of unknown quality. Every unexpected value becomes an error that names its position.</summary>
internal static class JsonFields
{
    public static string Text(this JsonElement owner, string name, FileLocation location) =>
        owner.Find(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? Checked(text.Trim(), name, location)
            : throw Wrong(location, name, "must be a text");

    /// <summary>Returns null if the member is missing, null or blank: programs that export schedules write all three.</summary>
    public static string? OptionalText(this JsonElement owner, string name, FileLocation location) =>
        owner.Find(name) is not { } value || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()))
            ? null
            : owner.Text(name, location);

    public static int Integer(this JsonElement owner, string name, FileLocation location) =>
        owner.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : throw Wrong(location, name, "must be a whole number of 32 bits");

    public static int? OptionalInteger(this JsonElement owner, string name, FileLocation location) =>
        owner.Find(name) is null ? null : owner.Integer(name, location);

    public static DateTimeOffset EpochMilliseconds(this JsonElement owner, string name, FileLocation location) =>
        owner.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var milliseconds)
            && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw Wrong(location, name, "must be a time in milliseconds since 1970");

    public static JsonElement Object(this JsonElement owner, string name, FileLocation location) =>
        owner.Find(name) is { ValueKind: JsonValueKind.Object } value ? value : throw Wrong(location, name, "must be an object");

    public static IEnumerable<JsonElement> Objects(this JsonElement owner, string name, FileLocation location)
    {
        if (owner.Find(name) is not { ValueKind: JsonValueKind.Array } array)
            throw Wrong(location, name, "must be a list");
        return array.EnumerateArray().Select(item =>
            item.ValueKind == JsonValueKind.Object ? item : throw Wrong(location, name, "must hold objects only"));
    }

    public static IEnumerable<JsonElement> OptionalObjects(this JsonElement owner, string name, FileLocation location) =>
        owner.Find(name) is null ? [] : owner.Objects(name, location);

    /// <summary>Reads a name: a text, or an object that has it as <c>name</c>.</summary>
    public static string Name(this JsonElement owner, string name, FileLocation location) =>
        owner.OptionalName(name, location) ?? throw Wrong(location, name, "must be a text, or an object with a name");

    /// <summary>Returns null if the member is missing, null or blank.</summary>
    public static string? OptionalName(this JsonElement owner, string name, FileLocation location) =>
        owner.Find(name) is { ValueKind: JsonValueKind.Object } item ? item.Text("name", location.Member(name)) : owner.OptionalText(name, location);

    /// <summary>Reads a whole number that is not negative. Returns null if it is missing.</summary>
    public static int? OptionalCount(this JsonElement owner, string name, FileLocation location) => owner.OptionalInteger(name, location) switch
    {
        < 0 => throw Wrong(location, name, "must not be negative"),
        var count => count,
    };

    /// <summary>Reads a list of two numbers.</summary>
    /// <param name="pair">The list.</param>
    /// <param name="name">The member's name, for the message.</param>
    /// <param name="location">The position of the list itself.</param>
    public static SetScore AsPoints(this JsonElement pair, string name, FileLocation location) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && TryPoints(pair[0], out var one) && TryPoints(pair[1], out var two)
            ? new SetScore(one, two)
            : throw new InvalidFileException(location, $"'{name}' must be two whole numbers, neither negative");

    /// <summary>Returns the member, or null if it is missing or null.</summary>
    public static JsonElement? Find(this JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static bool TryPoints(JsonElement value, out int points)
    {
        points = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out points) && points >= 0;
    }

    private static string Checked(string text, string name, FileLocation location) =>
        text.Length <= Schedule.MaxText && !text.Any(char.IsControl)
            ? text
            : throw Wrong(location, name, $"must have at most {Schedule.MaxText} characters, without line breaks");

    private static InvalidFileException Wrong(FileLocation location, string name, string expectation) =>
        new(location.Member(name), $"'{name}' {expectation}");
}
