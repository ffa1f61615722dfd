using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed;

internal sealed class FeedCutter(DbSession session, IOptions<RetentionOptions> options) : IFeedCutter
{
    public async Task<FeedCut?> CutAsync(string topic, long upTo)
    {
        if (await FindHeadAsync(topic) is not { } head)
            return null;
        var to = Math.Min(Math.Min(upTo, head.Sequence), (head.CutTo ?? 0) + options.Value.EntriesPerTransaction);
        var db = session.Db;
        // Superseded at the cut, not later: whoever loads the feed as it is at some sequence finds the state of that sequence. What remains below an earlier cut
        // is looked at again, because the state has gone on since. The head's own entry stays, for its check.
        var removed = await db.FeedEntries
            .Where(entry => entry.Topic == topic && entry.Sequence <= to && entry.Sequence < head.Sequence && (entry.Key == null || entry.Removed || db.FeedEntries
                .Any(later => later.Topic == topic && later.Key == entry.Key && later.Sequence > entry.Sequence && later.Sequence <= upTo)))
            .ExecuteDeleteAsync();
        if (to > (head.CutTo ?? 0))
            head.Cut(to);
        return new FeedCut(head.CutTo ?? 0, removed);
    }

    public async Task KeepNewestAsync(string topic, int count)
    {
        if (await FindHeadAsync(topic) is not { } head || head.Sequence - count is not (> 0 and var upTo) || upTo <= (head.CutTo ?? 0))
            return;
        await session.Db.FeedEntries.Where(entry => entry.Topic == topic && entry.Sequence <= upTo).ExecuteDeleteAsync();
        head.Cut(upTo);
    }

    public async Task<bool> TryStartEpochAsync(string topic)
    {
        if (await FindHeadAsync(topic) is not { } head)
            return false;
        head.Epoch = Epochs.Create();
        return true;
    }

    private Task<FeedHead?> FindHeadAsync(string topic) => session.FindAsync(topic, db => db.FeedHeads.SingleOrDefaultAsync(head => head.Topic == topic));
}
