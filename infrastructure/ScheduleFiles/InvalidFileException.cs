namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>The file cannot be read as a schedule. The message is one line that names the position and what is wrong there.</summary>
internal sealed class InvalidFileException : Exception
{
    public InvalidFileException(string message, Exception? inner = null)
        : base(message, inner) => Faults = [FileFault.AtPath("", message)];

    public InvalidFileException(FileLocation location, string what)
        : this([FileFault.AtPath(location.Path, location.Words.Length == 0 ? what : $"{location.Words}: {what}")])
    {
    }

    /// <param name="faults">At least one; the first becomes the message.</param>
    public InvalidFileException(IReadOnlyList<FileFault> faults)
        : base(faults[0].Message) => Faults = faults;

    /// <summary>Everything that was found wrong.</summary>
    public IReadOnlyList<FileFault> Faults { get; }
}
