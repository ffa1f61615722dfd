using LiveFeed.Benchmarks.Tree;

namespace LiveFeed.UnitTests.Benchmarks;

/// <summary>The queues of the simulation, against what queueing theory says of them.</summary>
public sealed class StationTests
{
    private const int Jobs = 400_000;
    private const double Service = 0.01;

    /// <summary>Arrivals at random, each job as long as the others (M/D/1): a job waits ρ / 2(1 - ρ) times its own length on average.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Equal_jobs_that_come_at_random_wait_as_long_as_theory_says(double load)
    {
        var waited = MeanWait(load, _ => Service);
        var expected = Service * load / (2 * (1 - load));
        Assert.InRange(waited, 0.96 * expected, 1.04 * expected);
    }

    /// <summary>Jobs whose lengths are at random, too (M/M/1), wait twice as long.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Jobs_of_random_length_wait_twice_as_long(double load)
    {
        var waited = MeanWait(load, draw => draw.Exponential(Service));
        var expected = Service * load / (1 - load);
        Assert.InRange(waited, 0.95 * expected, 1.05 * expected);
    }

    [Fact]
    public void Jobs_are_done_one_after_the_other_in_the_order_in_which_they_come()
    {
        var clock = new Clock();
        var station = new Station(clock);
        var done = new List<(int Job, double Began, double Ended)>();
        for (var i = 0; i < 3; i++)
        {
            var job = i;
            station.Add(() => job + 1, (began, ended) => done.Add((job, began, ended)));
        }

        clock.RunUntil(100);

        Assert.Equal([(0, 0, 1), (1, 1, 3), (2, 3, 6)], done);
        Assert.Equal(6, station.Worked);
    }

    [Fact]
    public void What_a_job_adds_while_it_begins_has_to_wait()
    {
        var clock = new Clock();
        var station = new Station(clock);
        var order = new List<string>();
        station.Add(
            () =>
            {
                station.Add(() => 1, (began, _) => order.Add($"second at {began}"));
                return 2;
            },
            (began, _) => order.Add($"first at {began}"));

        clock.RunUntil(100);

        Assert.Equal(["first at 0", "second at 2"], order);
    }

    private static double MeanWait(double load, Func<Draw, double> service)
    {
        var (clock, draw, waited) = (new Clock(), new Draw(7), 0d);
        var station = new Station(clock);
        Arrive(Jobs);
        clock.RunUntil(double.MaxValue);
        return waited / Jobs;

        void Arrive(int left)
        {
            if (left == 0)
                return;
            clock.After(draw.Exponential(Service / load), () =>
            {
                var arrived = clock.Now;
                station.Add(() => service(draw), (began, _) => waited += began - arrived);
                Arrive(left - 1);
            });
        }
    }
}
