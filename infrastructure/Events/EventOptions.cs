namespace LiveFeed.Infrastructure.Events;

/// <summary>Settings under <c>LiveFeed:Events</c>.</summary>
public sealed class EventOptions
{
    /// <summary>Whether every user may create events, and not only administrators.</summary>
    public bool AnyUserMayCreate { get; set; }

    /// <summary>The time zone of an event that is created without one, by its IANA name.</summary>
    public string TimeZone { get; set; } = EventTimeZone.Utc;
}
