using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Redis;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveFeed.UnitTests.Redis;

/// <summary>When an instance may rely on signals: only while it hears itself and everybody else who may write.</summary>
public sealed class SignalHealthTests
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(15);

    private readonly TestTime time = TestTime.Create();
    private readonly SignalHealth health;

    public SignalHealthTests() => health = new SignalHealth(
        new InstanceId("self"), Streaming.FakeSubscriber.Telemetry, Options.Create(new RedisOptions()), time, NullLogger<SignalHealth>.Instance);

    [Fact]
    public void An_instance_that_hears_itself_and_all_others_is_healthy()
    {
        Assert.False(Healthy());
        health.Heard("self", false);
        Assert.True(Healthy());
        health.Heard("other", false);
        Assert.True(Healthy());
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(Healthy());
    }

    [Fact]
    public void Another_instance_that_falls_silent_may_still_write()
    {
        health.Heard("other", false);
        time.Advance(TimeSpan.FromSeconds(2));
        health.Heard("self", false);
        Assert.False(Healthy());
        Assert.True(health.HearsItself);

        // The database shows that it runs, then no more.
        Pass(Shown);
        health.Know(["other"], Shown, false);
        Assert.False(Healthy());
        health.Know([], Shown, false);
        Assert.True(Healthy());
    }

    [Fact]
    public void One_that_says_that_it_stops_is_not_waited_for()
    {
        health.Heard("other", false);
        health.Heard("other", true);
        time.Advance(TimeSpan.FromSeconds(2));
        health.Heard("self", false);
        Assert.True(Healthy());
    }

    [Fact]
    public void One_that_was_just_heard_is_not_given_up_because_the_database_does_not_show_it_yet()
    {
        health.Heard("self", false);
        health.Heard("other", false);
        health.Know([], Shown, false);
        time.Advance(TimeSpan.FromSeconds(2));
        health.Heard("self", false);
        Assert.False(Healthy());
    }

    [Fact]
    public void One_that_hears_nothing_of_itself_can_not_be_heard_by_others_either()
    {
        health.Heard("self", false);
        health.Know(["deaf"], Shown, anyIsDeaf: true);
        Assert.False(Healthy());
        health.Know(["deaf"], Shown, anyIsDeaf: false);
        Assert.True(Healthy());
    }

    private bool Healthy()
    {
        health.Evaluate();
        return health.IsHealthy;
    }

    private void Pass(TimeSpan span)
    {
        time.Advance(span);
        health.Heard("self", false);
    }
}
