namespace LiveFeed.Domain;

public static class Clock
{
    /// <summary>Now, in UTC and whole milliseconds: the precision that is stored and sent, so that what is compared is what was told.</summary>
    public static DateTimeOffset Now(this TimeProvider time) => time.GetUtcNow().ToMilliseconds();

    /// <summary>The same instant in UTC, cut to whole milliseconds.</summary>
    public static DateTimeOffset ToMilliseconds(this DateTimeOffset value) =>
        DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds());
}
