using System.Text.Json;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Retention;

/// <summary>When the entries of a topic's log were written. Their times are in what clients get; there is no index of them.</summary>
internal sealed class EntryTimes(LiveFeedContext db, string topic)
{
    /// <summary>
    /// Returns the sequence of the last entry before a time, between an exclusive and an inclusive sequence; the first one if there is none. Entries are in the order of their
    /// times, so that it reads few of them.
    /// </summary>
    public async Task<long> LastBeforeAsync(DateTimeOffset time, long from, long to, CancellationToken cancellationToken)
    {
        while (from < to)
        {
            var middle = from + ((to - from + 1) / 2);
            if (await ReadAsync(middle, cancellationToken) is { } at && at < time)
                from = middle;
            else
                to = middle - 1;
        }

        return from;
    }

    /// <summary>Returns when an entry was written; null if it isn't there.</summary>
    public async Task<DateTimeOffset?> ReadAsync(long sequence, CancellationToken cancellationToken)
    {
        var payload = await db.FeedEntries.AsNoTracking().Where(entry => entry.Topic == topic && entry.Sequence == sequence)
            .Select(entry => entry.Payload).SingleOrDefaultAsync(cancellationToken);
        if (payload is null)
            return null;
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.GetProperty("at").GetDateTimeOffset();
    }
}
