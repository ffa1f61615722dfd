using System.Collections.Frozen;
using System.Text;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Members;
using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.UnitTests.Feed;

/// <summary>A feed in memory, without a log behind it.</summary>
internal static class TestFeed
{
    public static EventFeed Empty(int memoryEntries = 16, FeedOptions? options = null) => new(
        "cup", new LoadedFeed("5xk2", 0, new FeedAccess(0, Visibility.Public, false, FrozenDictionary<string, EventRole>.Empty), [], []),
        null!, options ?? new FeedOptions { MemoryEntries = memoryEntries }, TestTime.Create());

    public static FeedEntry Entry(long sequence, int matchId = 1, bool removed = false, int padding = 0) => FeedEntry.FromRow(
        new FeedEntryRow
        {
            EventId = "cup",
            Sequence = sequence,
            Type = EntryTypes.ScoreUpdate,
            Key = $"score/{matchId}",
            Removed = removed,
            MatchId = matchId,
            Team1Id = null,
            Team2Id = null,
            DivisionId = null,
            Payload = Encoding.UTF8.GetBytes(padding == 0 ? $"{{\"n\":{sequence}}}" : $"{{\"n\":{sequence},\"padding\":\"{new string('.', padding)}\"}}"),
        },
        "5xk2");

    public static void Grow(this EventFeed feed, int matchId = 1, bool removed = false) => Assert.True(feed.Append([Entry(feed.Head + 1, matchId, removed)]));
}
