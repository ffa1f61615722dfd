namespace LiveFeed.Domain.Schedules;

/// <summary>Reads schedules from files of other programs. The format is detected from the content.</summary>
public interface IScheduleFileReader
{
    /// <summary>Reads and validates the schedule in a file of any <see cref="ScheduleFormat"/>, without results.</summary>
    ScheduleFile Read(ReadOnlyMemory<byte> content, ScheduleFileOptions options);

    /// <summary>
    /// Reads the schedule and the results from an openfootball file or a court schedule. The error's detail has one line for each fault, which
    /// names the file, the position in it and what is wrong there.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="timeZone">The zone of times for which the file names none.</param>
    /// <param name="cancellationToken">Ends the reading of the file.</param>
    Task<Result<RecordedTournament>> ReadRecordingAsync(string path, TimeZoneInfo timeZone, CancellationToken cancellationToken);
}
