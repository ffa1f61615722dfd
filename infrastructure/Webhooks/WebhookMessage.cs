using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.History;

namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>What is sent to a webhook in one request.</summary>
/// <param name="Id">The header <c>webhook-id</c>: the same for every attempt to send the same.</param>
/// <param name="Type"><c>entries</c>, <c>snapshot</c> or <c>ping</c>.</param>
/// <param name="EntryCount">How many entries it has.</param>
/// <param name="Cursor">The position after them.</param>
/// <param name="Body">JSON.</param>
internal sealed record WebhookMessage(string Id, string Type, int EntryCount, FeedCursor Cursor, byte[] Body)
{
    /// <summary>Makes a message of a page of a feed.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="page">The page, which has entries or is a snapshot.</param>
    /// <param name="upTo">The sequence of the last entry that it may have; null for all of the page.</param>
    public static WebhookMessage FromPage(Webhook webhook, FeedPage page, long? upTo)
    {
        if (page.Reset is { } reset)
            return Create(webhook, "snapshot", page.Cursor, page.Entries.ToBytes(), page.Entries.Count, $"\"reset\":\"{reset.ToWireName()}\",", page.Cursor.ToString());
        var entries = page.Entries.ToList();
        if (entries.FindIndex(entry => entry.Sequence > upTo) is > 0 and var end)
            entries.RemoveRange(end, entries.Count - end);
        // Not the page's cursor, which goes on with entries that the webhook doesn't get: every attempt has the same body.
        var cursor = new FeedCursor(page.Cursor.Epoch, entries[^1].Sequence, entries[^1].Check);
        var sequences = string.Join(',', entries.Select(entry => entry.Sequence));
        return Create(
            webhook, "entries", cursor, new EntryArray(entries, ReaderFilter.All, isShared: false).ToBytes(), entries.Count, $"\"sequences\":[{sequences}],",
            $"{cursor.Epoch}.{sequences}");
    }

    /// <summary>Makes a message that says nothing, to try a webhook.</summary>
    public static WebhookMessage Ping(Webhook webhook, DateTimeOffset now) => new(
        $"msg_{WebhookDelivery.NewId(now)}", "ping", 0, default,
        JsonSerializer.SerializeToUtf8Bytes(new { Type = "ping", webhook.EventId, WebhookId = webhook.Id, At = now }, ApiJson.Options));

    private static WebhookMessage Create(Webhook webhook, string type, FeedCursor cursor, ReadOnlyMemory<byte> entries, int count, string members, string content)
    {
        var head = Encoding.UTF8.GetBytes($"{{\"type\":\"{type}\",\"eventId\":\"{webhook.EventId}\",\"webhookId\":\"{webhook.Id}\",\"cursor\":\"{cursor}\",{members}\"entries\":");
        // By what is sent, and so the same on whichever instance.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{webhook.Id} {type} {content}"));
        return new WebhookMessage($"msg_{Convert.ToHexStringLower(hash.AsSpan(0, 16))}", type, count, cursor, [.. head, .. entries.Span, (byte)'}']);
    }
}
