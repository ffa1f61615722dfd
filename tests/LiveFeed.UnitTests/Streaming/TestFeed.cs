using System.Collections.Frozen;
using System.Text;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Members;
using LiveFeed.Domain.Permissions;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.UnitTests.Streaming;

/// <summary>A feed in memory, without a log behind it.</summary>
internal static class TestFeed
{
    public static TopicFeed Empty(int memoryEntries = 16, FeedOptions? options = null, TimeProvider? time = null, string eventId = "cup") => new(
        Topics.ForEvent(EventId.From(eventId)), new EventAccess(EventId.From(eventId), 0, 0, Visibility.Public, false, FrozenDictionary<UserId, EventRole>.Empty), new LoadedFeed("5xk2", 0, [], []),
        null!, NoSharedResponses.Instance, options ?? new FeedOptions { MemoryEntries = memoryEntries }, time ?? TestTime.Create());

    public static FeedEntry Entry(long sequence, int matchId = 1, bool removed = false, int padding = 0) => new(
        new FeedCursor("5xk2", sequence), EntryTypes.ScoreUpdate, $"score/{matchId}", removed, new EntrySubject(new MatchId(matchId)),
        Encoding.UTF8.GetBytes(padding == 0 ? $"{{\"n\":{sequence}}}" : $"{{\"n\":{sequence},\"padding\":\"{new string('.', padding)}\"}}"));

    public static void Grow(this TopicFeed feed, int matchId = 1, bool removed = false) => Assert.Equal(AppendResult.Complete, feed.Append([Entry(feed.Head + 1, matchId, removed)]));
}
