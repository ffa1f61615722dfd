namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The time by the database server's clock, which all instances share. Claims, tokens and tickets that one instance makes are judged by others, so that their
/// clocks must agree. Timestamps for durations are this machine's own.
/// </summary>
internal sealed class DatabaseClock : TimeProvider
{
    // Below this the difference is as much the network's as the clock's.
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(500);

    private long offset;

    /// <summary>By how much this machine's clock is corrected.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Takes a measurement over. Returns whether the correction has changed.</summary>
    /// <param name="difference">The server's time, less this machine's at the middle of the query.</param>
    public bool Correct(TimeSpan difference)
    {
        var correction = difference.Duration() < Negligible ? TimeSpan.Zero : difference;
        // A clock that is off stays so by about as much; each measurement anew would let the time jump back and forth.
        if ((correction - Offset).Duration() < Negligible)
            return false;
        Interlocked.Exchange(ref offset, correction.Ticks);
        return true;
    }
}
