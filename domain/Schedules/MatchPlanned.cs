using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match was added to the schedule or changed there, or something that it shows has another name.</summary>
public sealed record MatchPlanned(Match Match, DateTimeOffset At) : INotification;

internal sealed class MatchPlannedToFeed(IScheduleStore schedules, IFeedEntryCollector feed) : INotificationHandler<MatchPlanned>
{
    public async Task Handle(MatchPlanned planned, CancellationToken cancellationToken)
    {
        var match = planned.Match;
        var schedule = await schedules.LoadAsync(match.EventId);
        feed.Add(new FeedEntryDraft(
            Topics.ForEvent(match.EventId), EntryTypes.MatchUpdate, $"match/{match.Id}", planned.At, schedule.View(match), match.Subject));
    }
}
