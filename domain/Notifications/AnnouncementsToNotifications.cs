using LiveFeed.Domain.Announcements;
using MediatR;

namespace LiveFeed.Domain.Notifications;

/// <summary>Notifies those who follow something of an event of its announcements.</summary>
internal sealed class AnnouncementsToNotifications(Notifier notifier) : INotificationHandler<AnnouncementChanged>
{
    public Task Handle(AnnouncementChanged changed, CancellationToken cancellationToken) => changed.HasEnded
        ? Task.CompletedTask
        : notifier.NotifyFollowersAsync(new NotificationCause(NotificationKinds.Announcement, changed.Announcement.EventId)
        {
            AnnouncementId = changed.Announcement.Id,
            By = changed.Announcement.AuthorId,
        });
}
