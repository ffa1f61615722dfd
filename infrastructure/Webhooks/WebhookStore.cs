using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Webhooks;

internal sealed class WebhookStore(DbSession session) : IWebhookStore
{
    public Task<Webhook?> FindAsync(EventId eventId, string id) =>
        session.Db.Webhooks.SingleOrDefaultAsync(webhook => webhook.EventId == eventId && webhook.Id == id);

    public async Task<IReadOnlyList<Webhook>> FindAsync(IReadOnlyList<string> ids) => await session.Db.Webhooks.Where(webhook => ids.Contains(webhook.Id)).ToListAsync();

    public Task<int> CountAsync(EventId eventId) => session.Db.Webhooks.CountAsync(webhook => webhook.EventId == eventId);

    public Task<bool> AnyActiveAsync() => session.Db.Webhooks.AnyAsync(webhook => webhook.State == WebhookState.Active);

    public async Task<FeedCursor> FindHeadAsync(EventId eventId)
    {
        var topic = Topics.ForEvent(eventId);
        var head = (await session.FindAsync(topic, db => db.FeedHeads.SingleOrDefaultAsync(head => head.Topic == topic)))!;
        return new FeedCursor(head.Epoch, head.Sequence, head.LastCheck);
    }

    public void Add(Webhook webhook) => session.Add(webhook.Id, webhook);

    public void Remove(Webhook webhook) => session.Remove(webhook.Id, webhook);

    public void Add(WebhookDelivery delivery) => session.Append(delivery);

    public async Task RemoveSurplusDeliveriesAsync(string webhookId, int keep)
    {
        var all = session.Db.WebhookDeliveries.Where(delivery => delivery.WebhookId == webhookId);
        if (await all.OrderByDescending(delivery => delivery.Id).Skip(keep).Select(delivery => delivery.Id).FirstOrDefaultAsync() is { } newest)
            await all.Where(delivery => string.Compare(delivery.Id, newest) <= 0).ExecuteDeleteAsync();
    }

    public async Task<int> RemoveDeliveriesAsync(DateTimeOffset before, int limit)
    {
        var old = await session.Db.WebhookDeliveries.Where(delivery => delivery.SentAt < before).OrderBy(delivery => delivery.SentAt).Take(limit).ToListAsync();
        session.Db.WebhookDeliveries.RemoveRange(old);
        return old.Count;
    }
}
