using LiveFeed.Infrastructure.Feed.Replicas;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveFeed.UnitTests.Feed;

public sealed class ReplicaHealthTests
{
    private static readonly LogPosition First = new("events/cup", "epoch", 1, _ => null);
    private static readonly LogPosition Second = new("events/cup", "epoch", 2, _ => null);

    private readonly ReplicaHealth health = new(Streaming.FakeSubscriber.Telemetry, NullLogger<ReplicaHealth>.Instance);

    [Fact]
    public void What_a_read_misses_while_the_replica_is_compared_is_compared_the_next_time()
    {
        // Nothing was missed when the comparison began.
        health.FellBack(Fallback.OtherHistory, First);
        health.CaughtUp(null);
        Assert.Equal(First, health.Missed);

        health.FellBack(Fallback.OtherHistory, Second);
        health.CaughtUp(First);
        Assert.Equal(Second, health.Missed);

        health.CaughtUp(Second);
        Assert.Null(health.Missed);
    }
}
