using System.Text;
using System.Text.Json;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Redis;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Signals;

namespace LiveFeed.UnitTests.Redis;

/// <summary>Versions that run beside each other read each other's messages.</summary>
public sealed class OtherVersionMessagesTests
{
    [Fact]
    public void A_signal_with_members_of_a_later_version_is_read_without_them()
    {
        var signal = Signal("""
            {"later":{"a":[1]},"from":"x","epoch":"5xk2","sequence":7,"accessVersion":2,"previousCheck":"abcd","laterToo":null,"entries":[
            {"later":"b","sequence":7,"check":"efgh","type":"later-update","key":"later/1","removed":false,"match":3,"team1":1,"team2":2,"division":4,"movedTo":[5,6,7],"payload":{"a": 1}}]}
            """);

        var commit = signal.ToCommit("events/cup");
        Assert.Equal(("x", "events/cup", "5xk2", 7, 2, "abcd"), (signal.From, commit.Topic, commit.Epoch, commit.Sequence, commit.AccessVersion, commit.PreviousCheck));
        var entry = Assert.Single(commit.Entries);
        Assert.Equal((7, "efgh", "later-update", "later/1"), (entry.Sequence, entry.Check, entry.Type, entry.Key));
        Assert.Equal("""{"a": 1}""", Encoding.UTF8.GetString(entry.Payload.Span));
    }

    [Fact]
    public void A_signal_of_an_earlier_version_is_read_although_it_lacks_what_may_be_missing()
    {
        var commit = Signal("""{"from":"x","epoch":"5xk2","sequence":7,"entries":[{"sequence":7,"type":"score-update","payload":{}}]}""").ToCommit("events/cup");

        Assert.Equal((0, null), (commit.AccessVersion, commit.PreviousCheck));
        var entry = Assert.Single(commit.Entries);
        Assert.Equal((null, null, false, null), (entry.Check, entry.Key, entry.Removed, entry.MovedTo));
        Assert.Equal(default, entry.Subject);
    }

    [Fact]
    public void A_heartbeat_with_members_of_a_later_version_is_read_without_them()
    {
        var beat = Beat("""{"from":"x","isLast":false,"later":1,"heads":{"events/cup":{"epoch":"5xk2","sequence":7,"check":"abcd","accessVersion":2,"later":[]}}}""");

        Assert.Equal(("x", false), (beat.From, beat.IsLast));
        Assert.Equal(new LogHead("5xk2", 7, "abcd", 2), Assert.Single(beat.Heads!).Value);
    }

    [Fact]
    public void A_heartbeat_that_only_says_whose_it_is_is_read()
    {
        var beat = Beat("""{"from":"x"}""");
        Assert.Equal(("x", false, null), (beat.From, beat.IsLast, beat.Heads));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"from":"x","epoch":"5xk2","sequence":7}""")]
    [InlineData("""{"from":"x","sequence":7,"entries":[]}""")]
    [InlineData("""{"epoch":"5xk2","sequence":7,"entries":[]}""")]
    [InlineData("""{"from":"x","epoch":"5xk2","sequence":7,"entries":"in another form"}""")]
    [InlineData("""{"from":"x","epoch":"5xk2","sequence":7,"entries":[null]}""")]
    [InlineData("""{"from":"x","epoch":"5xk2","sequence":7,"entries":[{"type":"score-update","payload":{}}]}""")]
    [InlineData("""{"from":"x","epoch":"5xk2","sequence":7,"entries":[{"sequence":7,"payload":{}}]}""")]
    [InlineData("""{"from":"x","epoch":"5xk2","sequence":7,"entries":[{"sequence":7,"type":"score-update"}]}""")]
    public void A_signal_that_lacks_what_each_must_have_is_none(string message) => Assert.Throws<JsonException>(() => Signal(message));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"from":"x","heads":[]}""")]
    public void A_heartbeat_that_can_not_be_read_is_none(string message) => Assert.Throws<JsonException>(() => Beat(message));

    /// <summary>What this version writes may have become shorter by then, but has what each must have.</summary>
    [Fact]
    public void What_is_written_is_read()
    {
        var entry = new FeedEntry(new FeedCursor("5xk2", 7, "abcd"), "event-update", null, false, default, Encoding.UTF8.GetBytes("{}"), null);
        Assert.Equal(7, SignalMessage.Read(SignalMessage.Write("x", new TopicCommit("events/cup", "5xk2", 7, 0, null, [entry]), 100)).Entries[0].Sequence);
        Assert.Equal([], SignalMessage.Read(SignalMessage.Write("x", new TopicCommit("events/cup", "5xk2", 7, 0, null, [entry]), 1)).Entries);
        Assert.Equal("x", HeartbeatMessage.Read(new HeartbeatMessage("x", true, []).Write()).From);
    }

    private static SignalMessage Signal(string message) => SignalMessage.Read(Encoding.UTF8.GetBytes(message));

    private static HeartbeatMessage Beat(string message) => HeartbeatMessage.Read(Encoding.UTF8.GetBytes(message));
}
