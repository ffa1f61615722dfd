using System.Collections.Concurrent;

namespace LiveFeed.Testing;

/// <summary>A clock that stands still until a test advances it, and then fires the timers that are due.</summary>
public sealed class TestTime : FakeTimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> awaited = new();
    private TimeSpan jumped;

    private TestTime(DateTimeOffset start)
        : base(start)
    {
    }

    /// <summary>Creates a clock that starts at noon of the day on which the matches of the test schedules are played.</summary>
    public static TestTime Create() => new(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));

    /// <summary>
    /// Advances the time of day alone, as if the machine had slept. To advance by months takes minutes: it fires every timer of each second.
    /// </summary>
    public void Jump(TimeSpan by) => jumped += by;

    /// <summary>Returns whether something has begun to wait for just this time.</summary>
    public bool IsAwaited(TimeSpan time) => awaited.Contains(time);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + jumped;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        awaited.Enqueue(dueTime);
        return timer;
    }
}
