namespace LiveFeed.Testing;

/// <summary>A clock that stands still until a test advances it, and then fires the timers that are due.</summary>
public static class TestTime
{
    /// <summary>Creates a clock that starts at noon of the day on which the matches of the test schedules are played.</summary>
    public static FakeTimeProvider Create() => new(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));
}
