namespace LiveFeed.Domain.Exports;

/// <summary>A time in a zone that the column's heading names.</summary>
/// <param name="Local">The local time.</param>
/// <param name="Offset">Its offset from UTC, if the local time alone leaves it open, because clocks are put back; else null.</param>
public readonly record struct LocalMoment(DateTime Local, TimeSpan? Offset)
{
    public static LocalMoment? From(DateTimeOffset? moment, TimeZoneInfo zone)
    {
        if (moment is not { } at)
            return null;
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new LocalMoment(local.DateTime, zone.IsAmbiguousTime(local.DateTime) ? local.Offset : null);
    }
}
