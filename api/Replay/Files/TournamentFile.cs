using System.Text.Json;

namespace LiveFeed.Api.Replay.Files;

/// <summary>Reads a tournament from a file whose format its content tells.</summary>
internal static class TournamentFile
{
    /// <exception cref="TournamentFormatException">The file is missing, is not JSON, or is none of the known formats.</exception>
    public static async Task<Tournament> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        try
        {
            return Parse(await File.ReadAllBytesAsync(path, cancellationToken), name);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TournamentFormatException($"{path}: no such file", missing);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new TournamentFormatException($"{path}: cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <param name="content">UTF-8, with or without a byte order mark.</param>
    /// <param name="name">How messages call the file.</param>
    /// <exception cref="TournamentFormatException">The content is not JSON, or is none of the known formats.</exception>
    public static Tournament Parse(ReadOnlyMemory<byte> content, string name)
    {
        using var document = ParseJson(content, name);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.Find("CourtSchedules") is { ValueKind: JsonValueKind.Array })
            return CourtScheduleReader.Read(root, name);
        if (root.ValueKind == JsonValueKind.Object && root.Find("matches") is { ValueKind: JsonValueKind.Array })
            return OpenFootballReader.Read(root, name);
        throw new TournamentFormatException(
            $"{name}: unknown format: neither a list 'matches' (openfootball) nor a list 'CourtSchedules' (court schedule) at the top");
    }

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> content, string name)
    {
        // The parser takes a byte order mark for an error, but editors on Windows like to write one.
        var json = content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException broken)
        {
            var place = $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}";
            throw new TournamentFormatException($"{name}: not JSON: {place}", broken);
        }
    }
}
