using MediatR;

namespace LiveFeed.Domain.Incidents;

/// <summary>An incident happened, or is no longer part of the event's state.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Removal">Why it is no longer part of it; null if it is.</param>
/// <param name="Subject">What readers' filters see.</param>
/// <param name="At">When.</param>
public sealed record IncidentChanged(Incident Incident, IncidentRemoval? Removal, EntrySubject Subject, DateTimeOffset At) : INotification;

internal sealed class IncidentChangedToFeed(IEventStore events, IFeedEntryCollector feed) : INotificationHandler<IncidentChanged>
{
    public async Task Handle(IncidentChanged changed, CancellationToken cancellationToken)
    {
        var (incident, removal, subject, at) = changed;
        feed.Add(removal is { } reason
            ? Gone(incident, reason, subject, at)
            : Entry(incident, PublishedNames.Of((await events.FindAsync(incident.EventId))!.PublicNames, incident.ToView()), subject, at));
    }

    /// <summary>Returns the entry by which readers drop an incident.</summary>
    public static FeedEntryDraft Gone(Incident incident, IncidentRemoval reason, EntrySubject subject, DateTimeOffset at) =>
        Entry(incident, new RemovedIncidentView(incident.MatchId, incident.Id, reason), subject, at) with { Removed = true };

    private static FeedEntryDraft Entry(Incident incident, object body, EntrySubject subject, DateTimeOffset at) =>
        new(Topics.ForEvent(incident.EventId), EntryTypes.Incident, $"incident/{incident.Id}", at, body, subject);
}
