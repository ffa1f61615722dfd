namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>
/// When the entries of a replay are due: as long after each other as they were written, divided by the speed. The first one is due at once. So a reader whose
/// connection ends in a pause gets on, however often that happens.
/// </summary>
/// <param name="speed">How many times faster the replay is than the feed was.</param>
/// <param name="maxPause">The longest pause.</param>
/// <param name="time">The clock.</param>
public sealed class ReplayPace(int speed, TimeSpan maxPause, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private DateTimeOffset? written;
    private TimeSpan due;

    /// <summary>Advances to the next entry.</summary>
    /// <param name="at">When it was written.</param>
    public void Advance(DateTimeOffset at)
    {
        var pause = written is { } before && at > before ? (at - before) / speed : TimeSpan.Zero;
        due += pause < maxPause ? pause : maxPause;
        written = at;
    }

    /// <summary>How long it is until the entry is due, in whole milliseconds, as timers have them; zero if it is.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = due - time.GetElapsedTime(started);
            return left > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : TimeSpan.Zero;
        }
    }
}
