using LiveFeed.Domain.Accounts;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.UnitTests.Streaming;

public sealed class StreamLimiterTests
{
    [Theory]
    [InlineData("user")]
    [InlineData("address")]
    [InlineData("event")]
    [InlineData("instance")]
    public async Task The_limit_that_is_met_is_named_and_a_place_given_back_is_free_again(string limit)
    {
        var limits = Limits(new StreamOptions
        {
            MaxPerUser = limit == "user" ? 2 : null,
            MaxPerAddress = limit == "address" ? 2 : null,
            MaxPerEvent = limit == "event" ? 2 : null,
            MaxPerInstance = limit == "instance" ? 2 : null,
        });
        var (first, _) = await limits.AcquireAsync(UserId.From("jo"), "192.0.2.1", ["cup"]);
        var (second, _) = await limits.AcquireAsync(UserId.From("jo"), "192.0.2.1", ["cup"]);
        Assert.NotNull(second);
        Assert.Equal((null, limit), await limits.AcquireAsync(UserId.From("jo"), "192.0.2.1", ["cup"]));
        first!.Dispose();
        first.Dispose();
        Assert.NotNull((await limits.AcquireAsync(UserId.From("jo"), "192.0.2.1", ["cup"])).Lease);
        Assert.Null((await limits.AcquireAsync(UserId.From("jo"), "192.0.2.1", ["cup"])).Lease);
    }

    [Fact]
    public async Task Others_are_not_in_the_way_and_nobody_known_counts_by_address_only()
    {
        var limits = Limits(new StreamOptions { MaxPerUser = 1, MaxPerAddress = 2, MaxPerEvent = 3 });
        Assert.NotNull((await limits.AcquireAsync(UserId.From("jo"), "192.0.2.1", ["cup"])).Lease);
        Assert.NotNull((await limits.AcquireAsync(null, "192.0.2.1", ["cup"])).Lease);
        Assert.Null((await limits.AcquireAsync(null, "192.0.2.1", ["cup"])).Lease);
        Assert.NotNull((await limits.AcquireAsync(UserId.From("kim"), "192.0.2.2", ["cup"])).Lease);
        Assert.NotNull((await limits.AcquireAsync(UserId.From("lee"), "192.0.2.3", ["other"])).Lease);
    }

    [Fact]
    public async Task A_rejection_takes_no_place()
    {
        var limits = Limits(new StreamOptions { MaxPerUser = 1, MaxPerEvent = 2 });
        Assert.NotNull((await limits.AcquireAsync(UserId.From("jo"), "192.0.2.1", ["cup"])).Lease);
        for (var i = 0; i < 10; i++)
            Assert.Null((await limits.AcquireAsync(UserId.From("jo"), "192.0.2.1", ["cup"])).Lease);
        Assert.NotNull((await limits.AcquireAsync(UserId.From("kim"), "192.0.2.1", ["cup"])).Lease);
    }

    [Fact]
    public async Task However_many_come_and_go_at_once_the_limit_holds_and_nothing_is_left_behind()
    {
        var limits = Limits(new StreamOptions { MaxPerInstance = 8, MaxPerUser = null, MaxPerAddress = null });
        var (open, most) = (0, 0);
        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) =>
        {
            if ((await limits.AcquireAsync(null, "192.0.2.1", ["cup"])).Lease is not { } place)
                return;
            var now = Interlocked.Increment(ref open);
            for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
                Interlocked.CompareExchange(ref most, now, seen);
            Interlocked.Decrement(ref open);
            place.Dispose();
        });
        Assert.InRange(most, 1, 8);
        for (var i = 0; i < 8; i++)
            Assert.NotNull((await limits.AcquireAsync(null, "192.0.2.1", ["cup"])).Lease);
    }

    private static StreamLimiter Limits(StreamOptions options) => new(new LocalStreamCounts(), Options.Create(options));
}
