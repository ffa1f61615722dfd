using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.UnitTests.Streaming;

public sealed class EntryLogTests
{
    [Fact]
    public void The_last_entries_are_kept_and_the_start_follows_them()
    {
        var log = new EntryLog(4, 10);
        for (var sequence = 11; sequence <= 20; sequence++)
            log.Append(TestFeed.Entry(sequence));
        Assert.Equal((16, 20), (log.Start, log.Head));
        Assert.Equal([17, 18, 19, 20], Enumerable.Range(17, 4).Select(sequence => log[sequence].Sequence));
    }

    [Fact]
    public void Until_it_is_full_everything_since_it_began_is_kept()
    {
        var log = new EntryLog(4, 10);
        Assert.Equal((10, 10), (log.Start, log.Head));
        log.Append(TestFeed.Entry(11));
        Assert.Equal((10, 11), (log.Start, log.Head));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    public void A_change_that_does_not_follow_is_rejected(int sequence)
    {
        var log = new EntryLog(4, 10);
        log.Append(TestFeed.Entry(11));
        Assert.Throws<ArgumentException>(() => log.Append(TestFeed.Entry(sequence)));
    }
}
