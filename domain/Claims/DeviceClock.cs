namespace LiveFeed.Domain.Claims;

/// <summary>Times by the clock of a scorekeeper's device.</summary>
internal static class DeviceClock
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);

    /// <summary>Returns the same time by the server's clock; null if that would be in the future, or over a day ago: the device's clock is wrong then.</summary>
    /// <param name="recorded">The time by the device's clock; null if it gave none.</param>
    /// <param name="ahead">How far the device's clock is ahead of the server's.</param>
    /// <param name="now">The current time.</param>
    public static DateTimeOffset? ToServerTime(DateTimeOffset? recorded, TimeSpan ahead, DateTimeOffset now) =>
        recorded?.ToMilliseconds() is { } time && now - time + ahead is var age && age >= TimeSpan.Zero && age <= MaxAge ? now - age : null;
}
