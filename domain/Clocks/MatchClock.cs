namespace LiveFeed.Domain.Clocks;

/// <summary>A match's clock as it was last read.</summary>
public sealed class MatchClock : Aggregate
{
    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    public int Period { get; private set; }

    public ClockState State { get; private set; }

    public int ElapsedMs { get; private set; }

    public int? Added { get; private set; }

    /// <summary>When <see cref="ElapsedMs"/> was read, by the server's clock. While it runs, readers count on from then.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    public UserId UpdatedBy { get; private set; }

    /// <summary>Returns the error of a reading that is before this one; null if there is none.</summary>
    public Error? Validate(ClockReading reading) =>
        reading.Period < Period ? Backwards("period", $"The match is in period {Period} already.")
        : reading.Period == Period && reading.ElapsedMs < ElapsedMs ? Backwards("elapsedMs", $"The clock has shown {ElapsedMs} ms in this period already.")
        : null;

    /// <summary>Sets the clock and publishes it.</summary>
    /// <param name="reading">What it shows.</param>
    /// <param name="readAt">When it was read, by the server's clock.</param>
    /// <param name="by">The scorekeeper.</param>
    /// <param name="clientUpdateId">The client's id for the reading.</param>
    /// <param name="subject">What readers' filters see.</param>
    /// <param name="now">The current time.</param>
    public void Set(ClockReading reading, DateTimeOffset readAt, UserId by, string? clientUpdateId, EntrySubject subject, DateTimeOffset now)
    {
        (Period, State, ElapsedMs, Added) = reading;
        (ReadAt, UpdatedBy) = (readAt, by);
        Raise(new ClockChanged(EventId, ToEntry(now) with { ClientUpdateId = clientUpdateId }, subject, now));
    }

    /// <summary>Publishes the clock as it is, because its match has readers who don't have it.</summary>
    public void Republish(EntrySubject subject, DateTimeOffset now) => Raise(new ClockChanged(EventId, ToEntry(now), subject, now));

    /// <summary>Returns the clock as it was read.</summary>
    public ClockView ToView() => new(MatchId, Period, State, ElapsedMs, Added) { At = ReadAt };

    /// <summary>Returns the clock at the time of an entry, from which readers count on.</summary>
    private ClockView ToEntry(DateTimeOffset now) =>
        new(MatchId, Period, State, State == ClockState.Running ? ElapsedMs + (int)(now - ReadAt).TotalMilliseconds : ElapsedMs, Added);

    private Error Backwards(string field, string message) => new(
        ErrorCode.InvalidClock, $"A clock doesn't run backwards. {message} If that was wrong, send correction: true.",
        new Dictionary<string, string[]> { [field] = [message] }, new Dictionary<string, object?> { ["current"] = ToView() });
}
