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
    public void The_limit_that_is_met_is_named_and_a_place_given_back_is_free_again(string limit)
    {
        var limits = Limits(new StreamOptions
        {
            MaxPerUser = limit == "user" ? 2 : null,
            MaxPerAddress = limit == "address" ? 2 : null,
            MaxPerEvent = limit == "event" ? 2 : null,
            MaxPerInstance = limit == "instance" ? 2 : null,
        });
        var first = limits.TryAcquire(UserId.From("jo"), "192.0.2.1", "cup", out _);
        using var second = limits.TryAcquire(UserId.From("jo"), "192.0.2.1", "cup", out _);
        Assert.NotNull(second);
        Assert.Null(limits.TryAcquire(UserId.From("jo"), "192.0.2.1", "cup", out var met));
        Assert.Equal(limit, met);
        first!.Dispose();
        first.Dispose();
        Assert.NotNull(limits.TryAcquire(UserId.From("jo"), "192.0.2.1", "cup", out _));
        Assert.Null(limits.TryAcquire(UserId.From("jo"), "192.0.2.1", "cup", out _));
    }

    [Fact]
    public void Others_are_not_in_the_way_and_nobody_known_counts_by_address_only()
    {
        var limits = Limits(new StreamOptions { MaxPerUser = 1, MaxPerAddress = 2, MaxPerEvent = 3 });
        Assert.NotNull(limits.TryAcquire(UserId.From("jo"), "192.0.2.1", "cup", out _));
        Assert.NotNull(limits.TryAcquire(null, "192.0.2.1", "cup", out _));
        Assert.Null(limits.TryAcquire(null, "192.0.2.1", "cup", out _));
        Assert.NotNull(limits.TryAcquire(UserId.From("kim"), "192.0.2.2", "cup", out _));
        Assert.NotNull(limits.TryAcquire(UserId.From("lee"), "192.0.2.3", "other", out _));
    }

    [Fact]
    public void A_rejection_takes_no_place()
    {
        var limits = Limits(new StreamOptions { MaxPerUser = 1, MaxPerEvent = 2 });
        Assert.NotNull(limits.TryAcquire(UserId.From("jo"), "192.0.2.1", "cup", out _));
        for (var i = 0; i < 10; i++)
            Assert.Null(limits.TryAcquire(UserId.From("jo"), "192.0.2.1", "cup", out _));
        Assert.NotNull(limits.TryAcquire(UserId.From("kim"), "192.0.2.1", "cup", out _));
    }

    [Fact]
    public void However_many_come_and_go_at_once_the_limit_holds_and_nothing_is_left_behind()
    {
        var limits = Limits(new StreamOptions { MaxPerInstance = 8, MaxPerUser = null, MaxPerAddress = null });
        var (open, most) = (0, 0);
        Parallel.For(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, _ =>
        {
            if (limits.TryAcquire(null, "192.0.2.1", "cup", out string? _) is not { } place)
                return;
            var now = Interlocked.Increment(ref open);
            for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
                Interlocked.CompareExchange(ref most, now, seen);
            Interlocked.Decrement(ref open);
            place.Dispose();
        });
        Assert.InRange(most, 1, 8);
        Assert.All(Enumerable.Range(0, 8), _ => Assert.NotNull(limits.TryAcquire(null, "192.0.2.1", "cup", out string? _)));
    }

    private static StreamLimiter Limits(StreamOptions options) => new(Options.Create(options));
}
