using System.Text;
using LiveFeed.Domain.Feed;

namespace LiveFeed.UnitTests.Streaming;

public sealed class SnapshotCacheTests
{
    [Fact]
    public void Many_who_ask_at_once_get_the_same_snapshot_and_the_same_bytes()
    {
        var feed = TestFeed.Empty();
        feed.Grow();
        var snapshots = Enumerable.Range(0, 100).AsParallel().Select(_ => feed.Snapshot(ReaderFilter.All)).ToList();
        Assert.Single(snapshots.Distinct());
        Assert.Same(snapshots[0].Frame(ResetReason.Lagging, false), snapshots[1].Frame(ResetReason.Lagging, false));
    }

    [Fact]
    public void A_snapshot_holds_the_latest_entry_of_every_key_that_is_not_gone()
    {
        var feed = TestFeed.Empty();
        feed.Grow(matchId: 1);
        feed.Grow(matchId: 2);
        feed.Grow(matchId: 1);
        feed.Grow(matchId: 2, removed: true);
        var snapshot = feed.Snapshot(ReaderFilter.All);
        Assert.Equal("""[{"n":3}]""", Encoding.UTF8.GetString(snapshot.Entries.ToBytes().Span));
        Assert.Equal(new FeedCursor("5xk2", 4), snapshot.Cursor);
    }

    [Fact]
    public void It_says_when_it_is_sent_however_long_ago_it_was_made()
    {
        var time = TestTime.Create();
        var feed = TestFeed.Empty(time: time);
        feed.Grow();
        var first = feed.Snapshot(ReaderFilter.All).Frame(null, false);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Same(first, feed.Snapshot(ReaderFilter.All).Frame(null, false));

        time.Advance(TimeSpan.FromMinutes(10));

        Assert.Contains("\"at\":\"2026-07-04T12:00:00.000Z\",\"now\":\"2026-07-04T12:10:00.999Z\"", Encoding.UTF8.GetString(feed.Snapshot(ReaderFilter.All).Frame(null, false)), StringComparison.Ordinal);
        Assert.Contains("\"now\":\"2026-07-04T12:10:00.999Z\"", Encoding.UTF8.GetString(feed.Snapshot(ReaderFilter.All).Pieces(null, false, 100).First().Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_grown_feed_has_a_new_snapshot_and_filters_have_their_own()
    {
        var feed = TestFeed.Empty();
        feed.Grow(matchId: 1);
        var before = feed.Snapshot(ReaderFilter.All);
        feed.Grow(matchId: 2);
        Assert.NotSame(before, feed.Snapshot(ReaderFilter.All));
        Assert.Equal("""[{"n":2}]""", Encoding.UTF8.GetString(feed.Snapshot(new ReaderFilter([new(2)], null, null, null)).Entries.ToBytes().Span));
    }

    [Fact]
    public void Beyond_the_bound_of_filters_snapshots_are_right_all_the_same()
    {
        var feed = TestFeed.Empty();
        feed.Grow(matchId: 200);
        for (var match = 1; match < 200; match++)
            Assert.Equal("[]", Encoding.UTF8.GetString(feed.Snapshot(new ReaderFilter([new(match)], null, null, null)).Entries.ToBytes().Span));
        Assert.Equal("""[{"n":1}]""", Encoding.UTF8.GetString(feed.Snapshot(new ReaderFilter([new(200)], null, null, null)).Entries.ToBytes().Span));
    }

    [Fact]
    public void Its_frame_is_one_SSE_event_that_carries_the_cursor_and_the_reason()
    {
        var feed = TestFeed.Empty();
        feed.Grow();
        Assert.Equal(
            "id: 5xk2.1\ndata: {\"type\":\"snapshot\",\"eventId\":\"cup\",\"at\":\"2026-07-04T12:00:00.000Z\",\"now\":\"2026-07-04T12:00:00.000Z\",\"reset\":\"too-far-behind\",\"entries\":[{\"n\":1}]}\n\n",
            Encoding.UTF8.GetString(feed.Snapshot(ReaderFilter.All).Frame(ResetReason.TooFarBehind, false)));
        Assert.DoesNotContain("reset", Encoding.UTF8.GetString(feed.Snapshot(ReaderFilter.All).Frame(null, false)), StringComparison.Ordinal);
    }
}
