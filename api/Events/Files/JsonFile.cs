using System.Text.Json;

namespace LiveFeed.Api.Events.Files;

/// <summary>A file of JSON from anybody.</summary>
internal static class JsonFile
{
    // No schedule is nested more deeply; a file that is may only want to exhaust the reader.
    private const int MaxDepth = 16;

    /// <param name="content">UTF-8, with or without a byte order mark.</param>
    /// <param name="name">How messages call the file.</param>
    /// <exception cref="TournamentFormatException">The content is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> content, string name)
    {
        // The parser takes a byte order mark for an error, but editors on Windows like to write one.
        var json = content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;
        try
        {
            RefuseBrokenTexts(json.Span);
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException broken)
        {
            var place = $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}";
            var start = name.Length == 0 ? "" : $"{name}: ";
            throw new TournamentFormatException(
                [new FileFault((int?)broken.LineNumber + 1, null, ErrorCode.InvalidJson.Wire(), $"{start}not JSON: {place}")]);
        }
    }

    public static bool HasList(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.Find(name) is { ValueKind: JsonValueKind.Array };

    // Half a character as \ud800, or bytes that are no UTF-8, would only be noticed when the text is used, as an error of the program.
    private static void RefuseBrokenTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                continue;
            try
            {
                _ = reader.GetString();
            }
            catch (InvalidOperationException broken)
            {
                var before = json[..(int)reader.TokenStartIndex];
                throw new JsonException("A text is not Unicode.", null, before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n') - 1, broken);
            }
        }
    }
}
