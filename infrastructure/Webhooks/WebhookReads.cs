using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Webhooks;

internal sealed class WebhookReads(ILiveFeedContextFactory contexts, TimeProvider time) : IWebhookReads
{
    public async Task<Page<WebhookView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await Rows(db, eventId, null).ToPageAsync(paging, row => row.ToView(time.Now()), cancellationToken);
    }

    public async Task<WebhookView?> FindAsync(EventId eventId, string id, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return (await Rows(db, eventId, id).SingleOrDefaultAsync(cancellationToken))?.ToView(time.Now());
    }

    public async Task<Page<WebhookDeliveryView>?> ListDeliveriesAsync(EventId eventId, string id, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (!await db.Webhooks.AnyAsync(webhook => webhook.EventId == eventId && webhook.Id == id, cancellationToken))
            return null;
        return await db.WebhookDeliveries.AsNoTracking().Where(delivery => delivery.WebhookId == id).OrderByDescending(delivery => delivery.Id)
            .ToPageAsync(paging, delivery => delivery.ToView(), cancellationToken);
    }

    public async Task<Webhook?> FindReceiverAsync(EventId eventId, string id, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(webhook => webhook.EventId == eventId && webhook.Id == id, cancellationToken);
    }

    private static IQueryable<WebhookRow> Rows(LiveFeedContext db, EventId eventId, string? id) =>
        from webhook in db.Webhooks.AsNoTracking()
        join user in db.Users on webhook.CreatorId equals user.Id
        join head in db.FeedHeads on webhook.Topic equals head.Topic
        where webhook.EventId == eventId && (id == null || webhook.Id == id)
        orderby webhook.Id descending
        select new WebhookRow { Webhook = webhook, MakerName = user.DisplayName, HeadEpoch = head.Epoch, HeadSequence = head.Sequence };

    private sealed class WebhookRow
    {
        public required Webhook Webhook { get; init; }

        public required string MakerName { get; init; }

        public required string HeadEpoch { get; init; }

        public required long HeadSequence { get; init; }

        public WebhookView ToView(DateTimeOffset now)
        {
            var progress = Webhook.ToProgress();
            return new WebhookView(
                Webhook.Id, Webhook.Url, Webhook.Types, Webhook.State, Webhook.Reason, progress.Cursor.ToString(),
                HeadEpoch == Webhook.Epoch ? Math.Max(0, HeadSequence - Webhook.Sequence) : null,
                Webhook.LastSuccessAt, Webhook.LastError, Webhook.LastErrorAt, Webhook.Failures, Webhook.NextAttemptAt,
                Webhook.PreviousSecretUntil > now ? Webhook.PreviousSecretUntil : null, Webhook.CreatedAt, new PersonView(Webhook.CreatorId, MakerName));
        }
    }
}
