using MediatR;

namespace LiveFeed.Domain.Incidents;

/// <summary>An incident happened, or is no longer part of the event's state.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Removal">Why it is no longer part of it; null if it is.</param>
/// <param name="Subject">What readers' filters see.</param>
/// <param name="At">When.</param>
public sealed record IncidentChanged(Incident Incident, IncidentRemoval? Removal, EntrySubject Subject, DateTimeOffset At) : INotification;

internal sealed class IncidentChangedToFeed(IFeedEntryCollector feed) : INotificationHandler<IncidentChanged>
{
    public Task Handle(IncidentChanged changed, CancellationToken cancellationToken)
    {
        feed.Add(Entry(changed.Incident, changed.Removal, changed.Subject, changed.At));
        return Task.CompletedTask;
    }

    public static FeedEntryDraft Entry(Incident incident, IncidentRemoval? removal, EntrySubject subject, DateTimeOffset at) => new(
        Topics.ForEvent(incident.EventId), EntryTypes.Incident, $"incident/{incident.Id}", at,
        removal is { } reason ? new RemovedIncidentView(incident.MatchId, incident.Id, reason) : incident.ToView(), subject)
    { Removed = removal is not null };
}
