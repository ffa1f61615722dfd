using LiveFeed.Infrastructure.Streaming.Delivery;

namespace LiveFeed.UnitTests.Streaming;

public sealed class TimingWheelTests
{
    private const long Second = 1_000;

    [Fact]
    public void Each_comes_up_once_at_its_time_or_up_to_a_step_later_however_the_wheel_is_turned()
    {
        var random = new Random(1);
        var start = random.NextInt64(1_000_000);
        var wheel = new TimingWheel(Second, start);
        var due = new Dictionary<Subscriber, long>();
        for (var i = 0; i < 2_000; i++)
        {
            var reader = FakeSubscriber.Create();
            due[reader] = start + random.NextInt64(50 * Second);
            wheel.Schedule(reader, due[reader]);
        }

        for (long now = start, before = start; due.Count > 0; before = now)
        {
            now += random.NextInt64(1, random.Next(10) == 0 ? 5 * Second : 200);
            wheel.Advance(now, reader =>
            {
                Assert.True(due.Remove(reader, out var at), "It came up twice.");
                Assert.True(at <= now, "It came up before its time.");
                Assert.True(at + 100 >= before || at <= start, "It came up later than it could have.");
            });
            Assert.DoesNotContain(due.Values, at => at + 100 <= now);
        }
    }

    [Fact]
    public void Filing_anew_takes_the_place_of_the_older_filing()
    {
        var wheel = new TimingWheel(Second, 0);
        var reader = FakeSubscriber.Create();
        var seen = 0;
        wheel.Schedule(reader, Second);
        wheel.Schedule(reader, 3 * Second);
        wheel.Advance(2 * Second, _ => seen++);
        Assert.Equal(0, seen);
        wheel.Advance(3 * Second, _ => seen++);
        Assert.Equal(1, seen);
    }

    [Fact]
    public void What_lies_beyond_its_turn_comes_up_to_be_filed_again_and_after_a_long_stop_all_come_up()
    {
        var wheel = new TimingWheel(Second, 0);
        var far = FakeSubscriber.Create();
        var looks = 0;
        wheel.Schedule(far, 500 * Second);
        wheel.Advance(1_000 * Second, reader =>
        {
            looks++;
            Assert.Same(far, reader);
        });
        Assert.Equal(1, looks);
    }
}
