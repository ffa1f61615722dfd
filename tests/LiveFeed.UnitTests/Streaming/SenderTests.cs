using System.Globalization;
using System.Text.Json;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveFeed.UnitTests.Streaming;

/// <summary>
/// What reaches a reader over a connection that accepts bytes at random: the log, or a reset that reports the gap (invariant 3).
/// </summary>
public sealed class SenderTests
{
    private const int Matches = 4;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_subscriber_gets_the_log_of_its_filter_however_its_connection_accepts_bytes(int seed)
    {
        var random = new Random(seed);
        var options = new FeedOptions
        {
            MemoryEntries = random.Next(8, 200),
            SegmentBytes = random.Next(100, 2_000),
            ViewSegments = random.Next(2, 5),
            MaxWriteBytes = random.Next(50, 1_000),
            MaxViews = random.Next(4) == 0 ? 0 : 8,
        };
        var feed = TestFeed.Empty(options: options);
        var filter = random.Next(3) switch
        {
            0 => new ReaderFilter([new(1), new(3)], null, null, null),
            1 => new ReaderFilter([new(99)], null, null, null),
            _ => ReaderFilter.All,
        };
        var output = new FaultyOutput(random, random.Next(2) == 0);
        var subscriber = FakeSubscriber.Create(feed, output, filter);
        var log = new List<FeedEntry>();
        for (var i = random.Next(100); i > 0; i--)
            log.Add(Append(feed, random));
        subscriber.Position.Sequence = random.NextInt64(feed.Head + 1);
        var start = subscriber.Position.Sequence;
        subscriber.Position.View = feed.AcquireView(filter, output.IsChunked);
        var sender = new Sender(random.Next(2) == 0 ? new FaultyBatch(random) : null, options, FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);

        for (var round = 0; round < 400; round++)
        {
            for (var i = random.Next(4) == 0 ? random.Next(40) : random.Next(2); i > 0; i--)
                log.Add(Append(feed, random));
            switch (random.Next(3))
            {
                case 0 when sender.TryCollect(subscriber):
                    var latest = log.LastOrDefault(entry => filter.Matches(entry.Type, entry.Subject))?.Sequence ?? 0;
                    // Entries appended between look-up and send must wait for the next round. Entries from before must not.
                    if (random.Next(2) == 0)
                        log.Add(Append(feed, random));
                    foreach (var sent in sender.Flush())
                    {
                        Assert.Null(sent.Failure);
                        if (sent.Result == AdvanceResult.CaughtUp)
                            Assert.True(output.IsWritable() && subscriber.Unsent.Bytes.IsEmpty && subscriber.Position.Sequence >= latest);
                    }

                    break;
                case 1:
                    sender.Advance(subscriber);
                    break;
            }

            if (random.Next(3) == 0)
                output.Drain();
        }

        output.IsWell = true;
        for (var left = 1_000; ; left--)
        {
            Assert.True(left > 0, "The reader never caught up.");
            output.Drain();
            if (sender.Advance(subscriber) == AdvanceResult.CaughtUp)
                break;
        }

        HoldAgainst(log, filter, output, start);
    }

    [Fact]
    public void A_subscriber_whose_filter_matches_nothing_for_longer_than_the_memory_has_not_fallen_behind()
    {
        var feed = TestFeed.Empty(16);
        var filter = new ReaderFilter([new(99)], null, null, null);
        foreach (var maxViews in new[] { 0, 1 })
        {
            var output = new FaultyOutput(new Random(0), true) { IsWell = true };
            var subscriber = FakeSubscriber.Create(feed, output, filter);
            var sender = new Sender(null, new FeedOptions(), FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);
            subscriber.Position.Sequence = feed.Head;
            subscriber.Position.View = maxViews == 0 ? null : feed.AcquireView(filter, true);
            for (var i = 0; i < 1_000; i++)
            {
                feed.Grow(1);
                Assert.Equal(AdvanceResult.CaughtUp, sender.Advance(subscriber));
            }

            Assert.Equal(0, output.Received.Length);
            feed.Grow(99);
            Assert.Equal(AdvanceResult.CaughtUp, sender.Advance(subscriber));
            Assert.Equal(feed.Head, Assert.Single(Events(output)).Sequence);
        }
    }

    [Fact]
    public void An_entry_larger_than_a_segment_arrives_whole_and_in_order()
    {
        var options = new FeedOptions { SegmentBytes = 1_024, MaxWriteBytes = 1_024 };
        foreach (var chunked in new[] { true, false })
        {
            var feed = TestFeed.Empty(options: options);
            var output = new FaultyOutput(new Random(3), chunked);
            var subscriber = FakeSubscriber.Create(feed, output);
            subscriber.Position.View = feed.AcquireView(ReaderFilter.All, chunked);
            var sender = new Sender(null, options, FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);
            foreach (var padding in new[] { 10, 100_000, 10, 5_000, 5_000, 10 })
            {
                feed.Append([TestFeed.Entry(feed.Head + 1, padding: padding)]);
                do
                    output.Drain();
                while (sender.Advance(subscriber) != AdvanceResult.CaughtUp);
            }

            Assert.Equal([1, 2, 3, 4, 5, 6], Events(output).Select(item => item.Sequence));
            Assert.Contains(Events(output), item => item.Data.Length > 100_000);
        }
    }

    [Fact]
    public void A_burst_of_ten_thousand_entries_reaches_a_subscriber_that_keeps_up_without_a_reset()
    {
        var options = new FeedOptions();
        var feed = TestFeed.Empty(options: options);
        var output = new FaultyOutput(new Random(5), true);
        var subscriber = FakeSubscriber.Create(feed, output);
        subscriber.Position.View = feed.AcquireView(ReaderFilter.All, true);
        var sender = new Sender(null, options, FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);
        Assert.Equal(AppendResult.Complete, feed.Append([.. Enumerable.Range(1, 10_000).Select(sequence => TestFeed.Entry(sequence))]));
        do
            output.Drain();
        while (sender.Advance(subscriber) != AdvanceResult.CaughtUp);
        Assert.Equal(Enumerable.Range(1, 10_000).Select(sequence => (long)sequence), Events(output).Select(item => item.Sequence));
    }

    [Fact]
    public void An_entry_appended_after_access_has_ended_is_not_sent_in_the_same_batch()
    {
        var feed = TestFeed.Empty();
        var output = new FaultyOutput(new Random(0), true) { IsWell = true };
        var subscriber = FakeSubscriber.Create(feed, output);
        subscriber.Position.View = feed.AcquireView(ReaderFilter.All, true);
        var sender = new Sender(new FaultyBatch(), new FeedOptions(), FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);
        feed.Grow();
        Assert.True(sender.TryCollect(subscriber));
        feed.MarkRemoved();
        feed.Grow();
        Assert.Null(Assert.Single(sender.Flush().ToArray()).Failure);
        Assert.Equal(1, Assert.Single(Events(output)).Sequence);

        Assert.False(sender.TryCollect(subscriber));
        Assert.Equal(CloseReason.EventDeleted, subscriber.Closing);
        Assert.Equal(1, Assert.Single(Events(output)).Sequence);
    }

    private static FeedEntry Append(TopicFeed feed, Random random)
    {
        var entry = TestFeed.Entry(feed.Head + 1, random.Next(1, Matches + 1), padding: random.Next(20) == 0 ? random.Next(3_000) : random.Next(60));
        feed.Append([entry]);
        return entry;
    }

    private static void HoldAgainst(List<FeedEntry> log, ReaderFilter filter, FaultyOutput output, long position)
    {
        var wanted = new SortedSet<long>(log.Where(entry => filter.Matches(entry.Type, entry.Subject)).Select(entry => entry.Sequence));
        foreach (var (sequence, data) in Events(output))
        {
            if (data.Contains("\"snapshot\"", StringComparison.Ordinal))
                Assert.Equal("lagging", JsonDocument.Parse(data).RootElement.GetProperty("reset").GetString());
            else
                Assert.Equal(wanted.GetViewBetween(position + 1, long.MaxValue).Min, sequence);
            position = sequence;
        }

        Assert.Empty(wanted.GetViewBetween(position + 1, long.MaxValue));
    }

    private static List<(long Sequence, string Data)> Events(FaultyOutput output) =>
        [.. SentEvents.Of(output).Select(item => (long.Parse(item.Id.Split('.')[1], CultureInfo.InvariantCulture), item.Data))];
}
