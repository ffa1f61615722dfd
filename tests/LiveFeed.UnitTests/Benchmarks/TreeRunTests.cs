using LiveFeed.Benchmarks.Tree;

namespace LiveFeed.UnitTests.Benchmarks;

/// <summary>The simulation of many instances.</summary>
public sealed class TreeRunTests
{
    private static readonly TreeSize Small = new() { Instances = 4, Readers = 4_000, Topics = 5, Rate = 4, Seconds = 10 };

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        var first = new TreeRun(Small, new TreeCosts()).Run();
        Assert.Equal(first, new TreeRun(Small, new TreeCosts()).Run());
        Assert.NotEqual(first, new TreeRun(Small with { Seed = 2 }, new TreeCosts()).Run());
    }

    [Fact]
    public void Every_entry_reaches_every_reader_once()
    {
        var size = Small with { Topics = 1, IsSteady = true, Seconds = 50 };
        var result = new TreeRun(size, new TreeCosts()).Run();
        // But for those that are under way when the time begins and ends.
        Assert.Equal(size.Readers * size.Rate, result.Deliveries, size.Readers / size.Seconds);
    }

    /// <summary>Each commit goes by Redis to each instance once, and so does each heartbeat.</summary>
    [Fact]
    public void Redis_sends_each_message_to_each_instance()
    {
        var size = Small with { IsSteady = true, Seconds = 50 };
        var result = new TreeRun(size, new TreeCosts()).Run();
        var expected = size.Instances * ((size.Topics * size.Rate) + (size.Instances / size.HeartbeatEvery));
        Assert.Equal(expected, result.RedisMessages, 0.02 * expected);
    }

    [Fact]
    public void A_busy_processor_sends_entries_together_and_falls_no_further_behind()
    {
        // Seven times the work of one send for each entry.
        var size = Small with { Instances = 1, Readers = 100_000, Topics = 1, Rate = 10, IsSteady = true, Processors = 1, InstanceNetwork = 1e12, Seconds = 20 };
        var result = new TreeRun(size, new TreeCosts()).Run();
        Assert.InRange(result.Processor, 0.99, 1);
        // A pass with the entries that came during the pass before takes 1.2 s: an entry waits for one at most, and is in the next.
        Assert.InRange(result.P99, 1.2, 2.7);
        Assert.Equal(size.Readers * size.Rate, result.Deliveries, 100_000.0);
    }

    [Fact]
    public void A_full_network_card_is_what_entries_wait_for()
    {
        // 380 bytes × 8 × 1,000 readers × 4 a second are 12 Mbit/s.
        var size = Small with { Instances = 1, Readers = 1_000, Topics = 1, IsSteady = true };
        var (free, narrow) = (new TreeRun(size, new TreeCosts()).Run(), new TreeRun(size with { InstanceNetwork = 13e6 }, new TreeCosts()).Run());
        Assert.Equal(0.93, narrow.InstanceNetwork, 0.03);
        Assert.Equal("an instance's network", narrow.First.What);
        // A pass takes 0.23 s.
        Assert.InRange(narrow.P99, free.P99 + 0.2, free.P99 + 0.3);
    }

    [Fact]
    public void All_readers_of_lost_instances_come_back()
    {
        var ofOne = new TreeRun(Small, new TreeCosts()).Return(1);
        // After the longest pause, give or take the last of a thousand.
        Assert.InRange(ofOne, 4.9, 5.2);
        // 100,000 on four processors of one instance take longer than the pauses.
        var size = Small with { Instances = 1, Readers = 100_000, Processors = 4 };
        Assert.InRange(new TreeRun(size, new TreeCosts()).Return(1), 100_000 * 290e-6 / 4, 14);
    }

    [Fact]
    public void Times_have_the_median_and_the_99th_percentile_that_were_measured()
    {
        var draw = new Draw(3);
        var times = Enumerable.Range(0, 100_000).Select(_ => draw.Time(new Spread99(4, 9))).Order().ToList();
        Assert.Equal(4, times[50_000], 0.05);
        Assert.Equal(9, times[99_000], 0.2);
    }
}
