using System.Globalization;
using System.Text.Json;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveFeed.UnitTests.Streaming;

/// <summary>
/// What reaches a reader of several topics over a connection that accepts bytes at random: of each topic the log, or a reset that reports the gap
/// (invariant 3), and nothing of a topic once it is closed (invariant 7).
/// </summary>
public sealed class JoinedSenderTests
{
    private static readonly ReaderFilter[] Filters = [ReaderFilter.All, new([new(1), new(3)], null, null, null), new([new(99)], null, null, null)];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_subscriber_gets_the_log_of_each_topic_however_its_connection_accepts_bytes(int seed)
    {
        var random = new Random(seed);
        var options = new FeedOptions { MemoryEntries = random.Next(8, 200), MaxWriteBytes = random.Next(50, 1_000) };
        var topics = Enumerable.Range(0, random.Next(1, 6)).Select(i => new Followed(TestFeed.Empty(options: options, eventId: $"e{i}"), Filters[random.Next(Filters.Length)])).ToList();
        foreach (var topic in topics)
        {
            for (var i = random.Next(100); i > 0; i--)
                topic.Append(random);
            if (random.Next(3) == 0)
                topic.StartWithSnapshot();
            else
                topic.StartAfter(random.NextInt64(topic.Feed.Head + 1));
        }

        var output = new FaultyOutput(random, random.Next(2) == 0);
        var subscriber = FakeSubscriber.Join([.. topics.Select(topic => topic.Joined)], output);
        var sender = new Sender(random.Next(2) == 0 ? new FaultyBatch(random) : null, options, FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);
        for (var round = 0; round < 400; round++)
        {
            foreach (var topic in topics.Where(topic => !topic.IsGone))
            {
                for (var i = random.Next(8) == 0 ? random.Next(40) : random.Next(2); i > 0; i--)
                    topic.Append(random);
                if (topics.Count(other => !other.IsGone) > 1 && random.Next(600) == 0)
                    topic.Remove(random);
            }

            if (random.Next(3) > 0 && !(random.Next(2) == 0 && sender.TryCollect(subscriber)))
                sender.Advance(subscriber);
            foreach (var sent in sender.Flush())
                Assert.Null(sent.Failure);
            if (random.Next(3) == 0)
                output.Drain();
        }

        output.IsWell = true;
        for (var left = 3_000; ; left--)
        {
            Assert.True(left > 0, "The reader never caught up.");
            output.Drain();
            if (sender.Advance(subscriber) == AdvanceResult.CaughtUp)
                break;
        }

        Assert.Null(subscriber.Closing);
        HoldAgainst(topics, output);
    }

    [Fact]
    public void An_entry_appended_after_access_has_ended_is_not_sent()
    {
        var (cup, league) = (new Followed(TestFeed.Empty(eventId: "cup"), ReaderFilter.All), new Followed(TestFeed.Empty(eventId: "league"), ReaderFilter.All));
        var output = new FaultyOutput(new Random(0), true) { IsWell = true };
        var subscriber = FakeSubscriber.Join([cup.Joined, league.Joined], output);
        var sender = new Sender(null, new FeedOptions(), FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);
        cup.Feed.Grow();
        Assert.Equal(AdvanceResult.CaughtUp, sender.Advance(subscriber));
        cup.Feed.MarkRemoved();
        cup.Feed.Grow();
        league.Feed.Grow();
        Assert.Equal(AdvanceResult.CaughtUp, sender.Advance(subscriber));
        Assert.Equal(
            ["message events/cup", "topic-closed events/cup", "message events/league"],
            SentEvents.Of(output).Select(item => $"{item.Type} {Parse(item.Data).GetProperty("topic")}").Order(StringComparer.Ordinal).OrderBy(text => text.EndsWith("league", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_topic_that_is_closed_keeps_its_feed_in_memory_no_longer()
    {
        var (cup, league) = (new Followed(TestFeed.Empty(eventId: "cup"), ReaderFilter.All), new Followed(TestFeed.Empty(eventId: "league"), ReaderFilter.All));
        var subscriber = FakeSubscriber.Join([cup.Joined, league.Joined], new FaultyOutput(new Random(0), true) { IsWell = true });
        var sender = new Sender(null, new FeedOptions(), FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);
        subscriber.Hold();
        Assert.Equal((1, 1), (cup.Feed.Streams, league.Feed.Streams));
        cup.Feed.MarkRemoved();
        sender.Advance(subscriber);
        Assert.Equal((0, 1), (cup.Feed.Streams, league.Feed.Streams));
        subscriber.Release();
        Assert.Equal((0, 0), (cup.Feed.Streams, league.Feed.Streams));
    }

    [Fact]
    public void A_topic_with_much_to_send_does_not_keep_the_others_waiting()
    {
        var options = new FeedOptions { MaxWriteBytes = 1_024, MemoryEntries = 4_096 };
        var (busy, quiet) = (new Followed(TestFeed.Empty(options: options, eventId: "busy"), ReaderFilter.All), new Followed(TestFeed.Empty(options: options, eventId: "quiet"), ReaderFilter.All));
        for (var i = 0; i < 2_000; i++)
            busy.Feed.Grow();
        quiet.Feed.Grow();
        var output = new FaultyOutput(new Random(0), true) { IsWell = true };
        var subscriber = FakeSubscriber.Join([busy.Joined, quiet.Joined], output);
        var sender = new Sender(null, options, FakeSubscriber.Metrics, TimeProvider.System, NullLogger.Instance);
        sender.Advance(subscriber);
        Assert.Contains(SentEvents.Of(output), item => item.Data.Contains("events/quiet", StringComparison.Ordinal));
    }

    private static void HoldAgainst(IReadOnlyList<Followed> topics, FaultyOutput output)
    {
        foreach (var (id, type, data) in SentEvents.Of(output))
        {
            var json = Parse(data);
            var topic = topics.Single(topic => topic.Feed.Topic == json.GetProperty("topic").GetString());
            Assert.False(topic.IsClosed, "Nothing comes of a topic that is closed.");
            if (type == "topic-closed")
            {
                topic.IsClosed = true;
                continue;
            }

            var cursors = id.Split('~').ToDictionary(part => part[..6], part => long.Parse(part.Split('.')[1], CultureInfo.InvariantCulture));
            var sequence = cursors[JoinedCursor.TagOf(topic.Feed.Topic)];
            if (json.TryGetProperty("entries", out _))
            {
                var reset = json.TryGetProperty("reset", out var reason) ? reason.GetString() : null;
                Assert.Equal(topic.Position is null ? null : "lagging", reset);
            }
            else
            {
                Assert.Equal(topic.Wanted.GetViewBetween(topic.Position!.Value + 1, long.MaxValue).Min, sequence);
            }

            topic.Position = sequence;
            // Whoever resumes with this id misses nothing of any topic, and gets nothing twice.
            foreach (var other in topics.Where(other => other != topic && cursors.ContainsKey(JoinedCursor.TagOf(other.Feed.Topic))))
                Assert.Empty(Between(other.Wanted, other.Position!.Value, cursors[JoinedCursor.TagOf(other.Feed.Topic)]));
        }

        foreach (var topic in topics)
        {
            Assert.Equal(topic.IsGone, topic.IsClosed);
            if (!topic.IsGone)
                Assert.Empty(topic.Wanted.GetViewBetween(topic.Position!.Value + 1, long.MaxValue));
        }
    }

    private static IEnumerable<long> Between(SortedSet<long> sequences, long one, long other) =>
        one == other ? [] : sequences.GetViewBetween(Math.Min(one, other) + 1, Math.Max(one, other));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private sealed class Followed(TopicFeed feed, ReaderFilter filter)
    {
        public TopicFeed Feed => feed;

        public JoinedTopic Joined { get; } = new(feed, filter);

        /// <summary>The sequences of the entries that the filter lets pass.</summary>
        public SortedSet<long> Wanted { get; } = [];

        /// <summary>How far the reader has come; null before its snapshot.</summary>
        public long? Position { get; set; } = 0;

        public bool IsGone { get; private set; }

        public bool IsClosed { get; set; }

        public void StartWithSnapshot() => (Joined.NeedsSnapshot, Position) = (true, null);

        public void StartAfter(long sequence)
        {
            (Joined.Sequence, Position) = (sequence, sequence);
            Joined.Cursor = System.Text.Encoding.ASCII.GetBytes($"5xk2.{sequence}");
        }

        public void Append(Random random)
        {
            var entry = TestFeed.Entry(feed.Head + 1, random.Next(1, 5), padding: random.Next(20) == 0 ? random.Next(3_000) : random.Next(60));
            feed.Append([entry]);
            if (filter.Matches(entry.Type, entry.Subject))
                Wanted.Add(entry.Sequence);
        }

        /// <summary>The topic is gone, and entries come that are for nobody.</summary>
        public void Remove(Random random)
        {
            IsGone = true;
            feed.MarkRemoved();
            for (var i = random.Next(5); i > 0; i--)
                feed.Append([TestFeed.Entry(feed.Head + 1)]);
        }
    }
}
