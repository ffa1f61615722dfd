namespace LiveFeed.Testing;

/// <summary>A clock that stands still until a test moves it, and then fires the timers that are due.</summary>
public static class TestTime
{
    /// <summary>Starts at noon of the day on which the schedules of the tests are played.</summary>
    public static FakeTimeProvider Create() => new(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));
}
