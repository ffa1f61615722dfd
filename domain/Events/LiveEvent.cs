namespace LiveFeed.Domain.Events;

/// <summary>A tournament or a fixture list. It is not called Event, so that nobody takes it for an SSE event or a domain event.</summary>
public sealed class LiveEvent : Aggregate
{
    public required EventId Id { get; init; }

    public string Name { get; private set; } = "";

    /// <summary>The name of one of <see cref="Sports.All"/>.</summary>
    public string Sport { get; private set; } = "";

    /// <summary>The maximum number of sets in a match, as a short form of a format; null for the sport's default.</summary>
    public int? BestOf { get; private set; }

    /// <summary>How matches are played, unless a division or a match has a format of its own; null for the sport's default, with <see cref="BestOf"/>.</summary>
    public FormatChoice? Format { get; private set; }

    /// <summary>How matches are played, with every default written out.</summary>
    public MatchFormat MatchFormat => Details.MatchFormat ?? throw new InvalidOperationException($"The stored event {Id} has an unknown sport or format: {Sport}.");

    public Visibility Visibility { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>See <see cref="EventTimeZone"/>.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Whether the event is over: nothing can be written any more, and streams respond with 204.</summary>
    public bool Archived { get; private set; }

    /// <summary>What is published of people's names.</summary>
    public PublicNames PublicNames { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Grows by one with every change; the event's ETag.</summary>
    public int Version { get; private set; }

    public static LiveEvent Create(EventId id, EventDetails details, DateTimeOffset now)
    {
        var created = new LiveEvent { Id = id, CreatedAt = now };
        created.Change(details, now);
        return created;
    }

    /// <summary>Changes the details. Publishes the event only if something differs.</summary>
    public void Change(EventDetails details, DateTimeOffset now)
    {
        details = details with { Name = DisplayText.Clean(details.Name) };
        if (Version > 0 && details == Details)
            return;
        var accessChanged = Version > 0 && (details.Visibility != Visibility || details.Archived != Archived);
        (Name, Sport, BestOf, Visibility, StartsAt, EndsAt, Archived, TimeZone, Format, PublicNames) = details;
        Version++;
        Raise(new EventChanged(this, now, accessChanged));
    }

    /// <summary>Returns when the event's last day ends where it takes place; null if nobody has said when it ends.</summary>
    public DateTimeOffset? EndOfLastDay()
    {
        if (EndsAt is not { } end)
            return null;
        var zone = EventTimeZone.FindOrUtc(TimeZone);
        var midnight = TimeZoneInfo.ConvertTime(end, zone).Date.AddDays(1);
        // Midnight would be shown as a time of the day after.
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime().AddMilliseconds(-1);
    }

    /// <summary>Publishes the event as it is, because something that belongs to it and has no entry of its own has changed.</summary>
    public void Republish(DateTimeOffset now) => Raise(new EventChanged(this, now, AccessChanged: false));

    /// <summary>Publishes that the event is about to be removed.</summary>
    public void Delete() => Raise(new EventDeleted(Id));

    public EventDetails Details => new(Name, Sport, BestOf, Visibility, StartsAt, EndsAt, Archived, TimeZone, Format, PublicNames);

    public EventView ToView() =>
        new(Id, Name, Sport, Details.EffectiveBestOf, Visibility, StartsAt, EndsAt, Archived, CreatedAt, Version, TimeZone ?? EventTimeZone.Utc, MatchFormat, PublicNames);
}
