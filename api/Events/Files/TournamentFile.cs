namespace LiveFeed.Api.Events.Files;

/// <summary>Reads a tournament from a file, whose format is detected from its content.</summary>
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
    /// <param name="name">The file's name in messages.</param>
    /// <exception cref="TournamentFormatException">The content is not JSON, or is none of the known formats.</exception>
    public static Tournament Parse(ReadOnlyMemory<byte> content, string name)
    {
        using var document = JsonFile.Parse(content, name);
        var root = document.RootElement;
        if (JsonFile.HasList(root, "CourtSchedules"))
            return CourtScheduleReader.Read(root, name);
        if (JsonFile.HasList(root, "matches"))
            return OpenFootballReader.Read(root, name);
        throw new TournamentFormatException(
            $"{name}: unknown format: neither a list 'matches' (openfootball) nor a list 'CourtSchedules' (court schedule) at the top");
    }
}
