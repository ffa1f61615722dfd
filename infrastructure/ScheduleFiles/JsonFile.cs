using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Parses a JSON file that may come from anybody.</summary>
internal static class JsonFile
{
    // No schedule is nested more deeply. A file that is may only want to exhaust the reader.
    private const int MaxDepth = 16;

    private const string Repeated = "A member stands here twice";

    /// <param name="content">UTF-8, with or without a byte order mark.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <exception cref="InvalidFileException">The content is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> content, string name)
    {
        // The parser rejects a byte order mark, but editors on Windows like to write one.
        var json = content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;
        try
        {
            RejectBrokenNamesAndTexts(json.Span);
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException broken)
        {
            var position = $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}";
            var start = name.Length == 0 ? "" : $"{name}: ";
            var what = broken.Message.StartsWith(Repeated, StringComparison.Ordinal) ? Repeated : "not JSON";
            throw new InvalidFileException(
                [new FileFault((int?)broken.LineNumber + 1, null, ErrorCode.InvalidJson.ToWireName(), $"{start}{what}: {position}")]);
        }
    }

    public static bool HasList(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.Find(name) is { ValueKind: JsonValueKind.Array };

    // Half a character such as \ud800, or bytes that are not UTF-8, would be noticed only when the text is used, as an error of the
    // program. And if a member occurs twice, the parser doesn't report the position.
    private static void RejectBrokenNamesAndTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        var owners = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                owners.Push(new HashSet<string>(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject)
                owners.Pop();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                continue;
            try
            {
                var text = reader.GetString()!;
                if (reader.TokenType == JsonTokenType.PropertyName && !owners.Peek().Add(text))
                    throw At(json, (int)reader.TokenStartIndex, Repeated, null);
            }
            catch (InvalidOperationException broken)
            {
                throw At(json, (int)reader.TokenStartIndex, "A text is not Unicode.", broken);
            }
        }
    }

    private static JsonException At(ReadOnlySpan<byte> json, int index, string message, Exception? cause)
    {
        var before = json[..index];
        return new JsonException(message, null, before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n') - 1, cause);
    }
}
