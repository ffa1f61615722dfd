using LiveFeed.Domain.Notifications;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Notifications;

internal sealed class NotificationReads(ILiveFeedContextFactory contexts) : INotificationReads
{
    public async Task<NotificationPage> ListAsync(UserId userId, int before, int limit, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var rows = await db.Notifications.AsNoTracking()
            .Where(notification => notification.UserId == userId && notification.Number < before)
            .OrderByDescending(notification => notification.Number).Take(limit + 1).ToListAsync(cancellationToken);
        var mark = (await db.Inboxes.AsNoTracking().SingleOrDefaultAsync(inbox => inbox.UserId == userId, cancellationToken))?.ReadMark ?? new ReadMarkView(0, 0);
        return new NotificationPage([.. rows.Take(limit).Select(row => row.ToView())], rows.Count > limit, mark.ReadUpTo, mark.Unread);
    }

    public async Task<NotificationSettings> SettingsAsync(UserId userId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return (await db.Inboxes.AsNoTracking().SingleOrDefaultAsync(inbox => inbox.UserId == userId, cancellationToken))?.Settings ?? NotificationSettings.Default;
    }
}
