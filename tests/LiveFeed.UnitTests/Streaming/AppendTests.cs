using System.Text;
using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.UnitTests.Streaming;

/// <summary>What signals may do wrong (lost, doubled, late, in another order) changes nothing but latency (invariant 5), and no two histories mix.</summary>
public sealed class AppendTests
{
    private readonly TopicFeed feed = TestFeed.Empty();

    [Fact]
    public void Entries_that_come_before_earlier_ones_wait_for_them()
    {
        Assert.Equal(AppendResult.Gap, feed.Append([Entry(3)]));
        Assert.Equal(AppendResult.Gap, feed.Append([Entry(2)]));
        Assert.Equal(0, feed.Head);
        Assert.Equal(AppendResult.Complete, feed.Append([Entry(1)]));
        Assert.Equal(3, feed.Head);
        Assert.Equal([1, 2, 3], Enumerable.Range(1, 3).Select(sequence => feed.FindEntry(sequence)!.Sequence));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void In_whatever_order_and_however_often_entries_come_the_feed_is_the_log(int seed)
    {
        var random = new Random(seed);
        var signals = Enumerable.Range(1, 200).Select(sequence => Entry(sequence)).Chunk(3).SelectMany(commit => Enumerable.Repeat(commit, random.Next(1, 3))).ToArray();
        random.Shuffle(signals);
        var big = TestFeed.Empty(memoryEntries: 256);
        foreach (var commit in signals)
            big.Append(commit);
        Assert.Equal(200, big.Head);
        Assert.Equal(Enumerable.Range(1, 200).Select(Check), Enumerable.Range(1, 200).Select(sequence => big.FindEntry(sequence)!.Check));
    }

    [Fact]
    public void An_entry_that_is_another_one_than_the_feed_has_shows_another_history()
    {
        feed.Append([Entry(1), Entry(2)]);
        Assert.Equal(AppendResult.OtherHistory, feed.Append([Entry(2, "zzzz")]));
        Assert.Equal(Check(2), feed.FindEntry(2)!.Check);
    }

    [Fact]
    public void An_entry_that_follows_on_another_one_than_the_feed_has_shows_another_history()
    {
        feed.Append([Entry(1), Entry(2)]);
        Assert.Equal(AppendResult.OtherHistory, feed.Append([Entry(3)], previousCheck: "zzzz"));
        Assert.Equal(2, feed.Head);
        Assert.Equal(AppendResult.Complete, feed.Append([Entry(3)], previousCheck: Check(2)));
    }

    [Fact]
    public void A_feed_that_is_replaced_grows_no_more()
    {
        feed.Append([Entry(1)]);
        feed.MarkReplaced();
        Assert.Equal(AppendResult.OtherHistory, feed.Append([Entry(2)]));
        Assert.Equal(1, feed.Head);
    }

    [Fact]
    public async Task Who_waits_for_entries_is_woken_when_the_feed_is_replaced()
    {
        var waiting = feed.WaitForEntriesAfterAsync(0, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        feed.MarkReplaced();
        await waiting;
    }

    private static string Check(int sequence) => $"c{sequence:000}";

    private static FeedEntry Entry(int sequence, string? check = null) => new(
        new FeedCursor("5xk2", sequence, check ?? Check(sequence)), EntryTypes.ScoreUpdate, "score/1", false, new EntrySubject(new MatchId(1)), Encoding.UTF8.GetBytes($"{{\"n\":{sequence}}}"));
}
