namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Local times of files as moments.</summary>
internal static class LocalTime
{
    /// <summary>
    /// Returns the moment, in UTC. Of a time that is there twice, because clocks are put back, it is the first. Whether the time exists at all is
    /// the caller's to check.
    /// </summary>
    public static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(
        DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero)
        - (zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
}
