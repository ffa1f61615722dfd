using MediatR;

namespace LiveFeed.Domain.Announcements;

/// <summary>An announcement was made, or has ended.</summary>
/// <param name="Announcement">The announcement.</param>
/// <param name="HasEnded">Whether it has ended.</param>
/// <param name="At">When.</param>
public sealed record AnnouncementChanged(Announcement Announcement, bool HasEnded, DateTimeOffset At) : INotification;

internal sealed class AnnouncementChangedToFeed(IFeedEntryCollector feed) : INotificationHandler<AnnouncementChanged>
{
    public Task Handle(AnnouncementChanged changed, CancellationToken cancellationToken)
    {
        var (announcement, hasEnded, at) = changed;
        object body = hasEnded ? new RemovedAnnouncementView(announcement.Id) : announcement.ToView() with { At = null };
        // It concerns everybody, whatever matches a reader follows.
        feed.Add(new FeedEntryDraft(Topics.ForEvent(announcement.EventId), EntryTypes.Announcement, $"announcement/{announcement.Id}", at, body, default) { Removed = hasEnded });
        return Task.CompletedTask;
    }
}
