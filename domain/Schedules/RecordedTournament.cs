namespace LiveFeed.Domain.Schedules;

/// <summary>A tournament as a file has it: its schedule, and the course of every match that was played.</summary>
/// <param name="EventId">The id that the file suggests for the event; always a valid one.</param>
/// <param name="Name">The event's name.</param>
/// <param name="Sport">The event's sport.</param>
/// <param name="Schedule">All matches, played or not, in the order of the file.</param>
/// <param name="Played">The matches that have a result or were cancelled, in the order of the file.</param>
public sealed record RecordedTournament(EventId EventId, string Name, string Sport, Schedule Schedule, IReadOnlyList<RecordedMatch> Played)
{
    /// <summary>How many times in the file have no zone. They were read in the zone that the caller gave.</summary>
    public int TimesWithoutZone { get; init; }

    /// <summary>What people should know: with results, what the file has and this record can't keep; without, what was guessed.</summary>
    public IReadOnlyList<FileNote> Notes { get; init; } = [];
}
