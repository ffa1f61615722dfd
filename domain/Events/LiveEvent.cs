using MediatR;

namespace LiveFeed.Domain.Events;

/// <summary>Who may read an event.</summary>
public enum Visibility
{
    /// <summary>Anyone.</summary>
    Public,

    /// <summary>Its members and administrators.</summary>
    Members,
}

/// <summary>A tournament or a fixture list. It is not called Event, so that nobody takes it for an SSE event or a domain event.</summary>
public sealed class LiveEvent : Aggregate
{
    public required string Id { get; init; }

    public string Name { get; private set; } = "";

    /// <summary>One of <see cref="Sports.All"/>; selects the scoring rules.</summary>
    public string Sport { get; private set; } = "";

    /// <summary>The maximum number of sets in a match, if the sport leaves a choice; null for the sport's default.</summary>
    public int? BestOf { get; private set; }

    public Visibility Visibility { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>Whether the event is over: nothing can be written any more, and streams respond with 204.</summary>
    public bool Archived { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Grows by one with every change; the event's ETag.</summary>
    public int Version { get; private set; }

    public static LiveEvent Create(string id, EventDetails details, DateTimeOffset now)
    {
        var created = new LiveEvent { Id = id, CreatedAt = now };
        created.Change(details, now);
        return created;
    }

    /// <summary>Changes the details. Publishes the event only if something differs.</summary>
    public void Change(EventDetails details, DateTimeOffset now)
    {
        if (Version > 0 && details == Details)
            return;
        var accessChanged = Version > 0 && (details.Visibility != Visibility || details.Archived != Archived);
        (Name, Sport, BestOf, Visibility, StartsAt, EndsAt, Archived) = details;
        Version++;
        Raise(new EventChanged(this, now, accessChanged));
    }

    /// <summary>Publishes the event as it is, because something that belongs to it and has no entry of its own has changed.</summary>
    public void Republish(DateTimeOffset now) => Raise(new EventChanged(this, now, AccessChanged: false));

    public EventDetails Details => new(Name, Sport, BestOf, Visibility, StartsAt, EndsAt, Archived);

    public EventView ToView() =>
        new(Id, Name, Sport, BestOf, Visibility, StartsAt, EndsAt, Archived, CreatedAt, Version);
}

/// <summary>The details of an event that an organizer can set.</summary>
public sealed record EventDetails(
    string Name, string Sport, int? BestOf, Visibility Visibility, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, bool Archived)
{
    public const int MaxName = 200;

    public Error? Validate()
    {
        var fields = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > MaxName || Name.Any(char.IsControl))
            fields["name"] = [$"Give a name of 1 to {MaxName} characters, without line breaks."];
        if (StartsAt > EndsAt)
            fields["endsAt"] = ["The event must end after it starts."];
        if (fields.Count > 0)
            return new Error(ErrorCode.InvalidRequest, "The event can't be stored like this.", fields);
        return Sports.TryGet(Sport, BestOf, out _)
            ? null
            : Error.Invalid(ErrorCode.UnknownSport, "sport", $"The sports are {string.Join(", ", Sports.All)}; bestOf is 3 or 5 where the sport has sets.");
    }
}

/// <summary>An event, as clients see it.</summary>
public sealed record EventView(
    string Id, string Name, string Sport, int? BestOf, Visibility Visibility, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt,
    bool Archived, DateTimeOffset CreatedAt, int Version);

/// <summary>An event was created or changed.</summary>
/// <param name="Event">The event as it is now.</param>
/// <param name="At">When it happened.</param>
/// <param name="AccessChanged">Whether other people may read it now, or its streams end or begin.</param>
public sealed record EventChanged(LiveEvent Event, DateTimeOffset At, bool AccessChanged) : INotification;

internal sealed class EventChangedToFeed(IFeedEntryCollector feed) : INotificationHandler<EventChanged>
{
    public Task Handle(EventChanged changed, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            changed.Event.Id, EntryTypes.EventUpdate, "event", changed.At, changed.Event.ToView(), default));
        if (changed.AccessChanged)
            feed.AccessChanged(changed.Event.Id);
        return Task.CompletedTask;
    }
}
