using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match was added to the schedule or changed there, or something that it shows has another name.</summary>
/// <param name="Match">The match.</param>
/// <param name="Former">What readers' filters saw of it before.</param>
/// <param name="At">When.</param>
public sealed record MatchPlanned(Match Match, EntrySubject Former, DateTimeOffset At) : INotification;

internal sealed class MatchPlannedToFeed(IEventStore events, IScheduleStore schedules, IFeedEntryCollector feed) : INotificationHandler<MatchPlanned>
{
    public async Task Handle(MatchPlanned planned, CancellationToken cancellationToken)
    {
        var match = planned.Match;
        var schedule = await schedules.LoadAsync(match.EventId);
        // For readers of a team or division that the match has left. First: the latest entry of each key, which snapshots have, must be the match.
        if (planned.Former.HasMoreThan(match.Subject))
        {
            foreach (var gone in MatchRemovedToFeed.Entries(match, planned.Former, planned.At))
                feed.Add(gone with { MovedTo = match.Subject });
        }

        var view = PublishedNames.Of((await events.FindAsync(match.EventId))!.PublicNames, schedule.View(match));
        feed.Add(new FeedEntryDraft(Topics.ForEvent(match.EventId), EntryTypes.MatchUpdate, $"match/{match.Id}", planned.At, view, match.Subject));
    }
}
