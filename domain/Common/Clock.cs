namespace LiveFeed.Domain;

public static class Clock
{
    /// <summary>
    /// Returns the current time in UTC, in whole milliseconds. That precision is stored and sent, so the times that are compared are the
    /// times that clients have seen.
    /// </summary>
    public static DateTimeOffset Now(this TimeProvider time) => time.GetUtcNow().ToMilliseconds();

    /// <summary>Returns the same instant in UTC, truncated to whole milliseconds.</summary>
    public static DateTimeOffset ToMilliseconds(this DateTimeOffset value) =>
        DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds());
}
