using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Feed;

internal sealed class TopicStore(DbSession session) : ITopicStore
{
    public async Task OpenAsync(string topic)
    {
        if (await FindAsync(topic) is null)
            session.Add(topic, new FeedHead { Topic = topic, Epoch = Epochs.Create() });
    }

    public async Task OpenAsync(IReadOnlyList<string> topics)
    {
        var stored = (await session.Db.FeedHeads.Where(head => topics.Contains(head.Topic)).ToListAsync()).ToDictionary(head => head.Topic, StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            if (await session.FindAsync(topic, _ => Task.FromResult(stored.GetValueOrDefault(topic))) is null)
                session.Add(topic, new FeedHead { Topic = topic, Epoch = Epochs.Create() });
        }
    }

    public async Task<IReadOnlyList<string>> OpenedAsync(EventId eventId)
    {
        var heads = await FeedQueries.HeadsBelowAsync(session.Db, eventId);
        var topics = new List<string>(heads.Count);
        // What this transaction knows of a head already wins.
        foreach (var head in heads)
        {
            if (await session.FindAsync(head.Topic, _ => Task.FromResult<FeedHead?>(head)) is not null)
                topics.Add(head.Topic);
        }

        return topics;
    }

    public async Task BlankAsync(string topic, string key)
    {
        var rows = await session.Db.FeedEntries.Where(entry => entry.Topic == topic && entry.Key == key && !entry.Removed).ToListAsync();
        foreach (var row in rows)
            row.Payload = TextBlanking.Blank(row.Payload);
    }

    public async Task RemoveAsync(string topic)
    {
        // It stays known to this transaction, which still has to signal that the topic is gone. Its entries are removed with it.
        if (await FindAsync(topic) is not { } head)
            return;
        session.Db.Remove(head);
        session.AccessChanged(topic);
    }

    private Task<FeedHead?> FindAsync(string topic) => session.FindAsync(topic, db => db.FeedHeads.SingleOrDefaultAsync(head => head.Topic == topic));
}
