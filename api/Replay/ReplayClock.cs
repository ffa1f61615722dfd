using LiveFeed.Api.Events.Files;

namespace LiveFeed.Api.Replay;

/// <summary>
/// Computes when a time of the file is due in the replay: so many times faster, and without the gaps in which nothing was played.
/// </summary>
internal sealed class ReplayClock
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _busy = [];
    private readonly double? _speed;
    private readonly TimeProvider _time;
    private readonly long _started;

    /// <summary>Starts the clock. Without a speed the clock never waits.</summary>
    public ReplayClock(IEnumerable<PlannedMatch> matches, double? speed, TimeProvider time)
    {
        foreach (var match in matches.Where(match => match.Timeline.Count > 0).OrderBy(match => match.Timeline[0].At))
        {
            var (from, to) = (match.Timeline[0].At, match.Timeline[^1].At);
            if (_busy is [.., var last] && from <= last.To) _busy[^1] = (last.From, to > last.To ? to : last.To);
            else _busy.Add((from, to));
        }

        _speed = speed;
        _time = time;
        _started = time.GetTimestamp();
    }

    /// <summary>Returns how long after the start that time is due.</summary>
    public TimeSpan Due(DateTimeOffset at)
    {
        if (_speed is not { } speed) return TimeSpan.Zero;
        var played = TimeSpan.Zero;
        foreach (var (from, to) in _busy)
        {
            if (at <= from) break;
            played += (at < to ? at : to) - from;
        }

        return played / speed;
    }

    /// <summary>Waits until that time is due; returns at once if it is overdue.</summary>
    public async Task WaitUntilAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var due = Due(at);
        while (due - _time.GetElapsedTime(_started) is var left && left > TimeSpan.Zero)
        {
            // The length of one delay is limited, and a timer may fire a little early.
            await Task.Delay(left < LongestDelay ? left : LongestDelay, _time, cancellationToken);
        }
    }
}
