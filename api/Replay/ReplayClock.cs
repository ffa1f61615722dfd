namespace LiveFeed.Api.Replay;

/// <summary>
/// Computes when a time of the file is due in the replay: so many times faster, and without the gaps in which nothing was played.
/// </summary>
internal sealed class ReplayClock
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly List<(DateTimeOffset From, DateTimeOffset To)> busy = [];
    private readonly double? speed;
    private readonly TimeProvider time;
    private readonly long started;

    /// <summary>Starts the clock. Without a speed the clock never waits.</summary>
    public ReplayClock(IEnumerable<RecordedMatch> played, double? speed, TimeProvider time)
    {
        foreach (var match in played.OrderBy(match => match.Timeline[0].At))
        {
            var (from, to) = (match.Timeline[0].At, match.Timeline[^1].At);
            if (busy is [.., var last] && from <= last.To)
                busy[^1] = (last.From, to > last.To ? to : last.To);
            else
                busy.Add((from, to));
        }

        this.speed = speed;
        this.time = time;
        started = time.GetTimestamp();
    }

    /// <summary>Returns how long after the start that time is due.</summary>
    public TimeSpan Due(DateTimeOffset at)
    {
        if (speed is not { } factor)
            return TimeSpan.Zero;
        var elapsed = TimeSpan.Zero;
        foreach (var (from, to) in busy)
        {
            if (at <= from)
                break;
            elapsed += (at < to ? at : to) - from;
        }

        return elapsed / factor;
    }

    /// <summary>Waits until that time is due; returns at once if it is overdue.</summary>
    public async Task WaitUntilAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var due = Due(at);
        while (due - time.GetElapsedTime(started) is var left && left > TimeSpan.Zero)
        {
            // The length of one delay is limited, and a timer may fire a little early.
            await Task.Delay(left < LongestDelay ? left : LongestDelay, time, cancellationToken);
        }
    }
}
