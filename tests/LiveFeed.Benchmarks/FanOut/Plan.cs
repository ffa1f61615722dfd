namespace LiveFeed.Benchmarks.FanOut;

/// <summary>The size and duration of the runs. Times are in seconds, rates per second.</summary>
internal sealed record Plan
{
    /// <summary>Runs with meaningful figures, on a machine that does nothing else.</summary>
    public static readonly Plan Full = new();

    /// <summary>Runs that only show that everything works.</summary>
    public static readonly Plan Quick = new()
    {
        Cost = [new(200, 20), new(300, 5)],
        CostSeconds = 3,
        WarmRounds = 1,
        WarmUp = 1,
        SaturationReaders = 200,
        SaturationSeconds = 2,
        SaturationFrom = 200,
        SaturationSteps = 3,
        Latency = new(300, 2),
        LatencySeconds = 4,
        Slow = new(200, 20),
        SlowReaders = 40,
        StuckReaders = 4,
        SlowSeconds = 5,
        StormReaders = 200,
        MemoryEntries = 64,
        Churns = 2_000,
        SettleAtMost = 10,
        Instance = new(200, 20),
    };

    public IReadOnlyList<Load> Cost { get; init; } = [new(1_000, 20), new(5_000, 5), new(15_000, 1)];

    public int CostSeconds { get; init; } = 10;

    /// <summary>The number of rounds, each of one second, that warm the server up with few readers and many messages.</summary>
    public int WarmRounds { get; init; } = 4;

    /// <summary>How long the measured readers first get messages that are not counted.</summary>
    public int WarmUp { get; init; } = 4;

    public int SaturationReaders { get; init; } = 5_000;

    public int SaturationSeconds { get; init; } = 8;

    /// <summary>Messages per second in the first step.</summary>
    public double SaturationFrom { get; init; } = 20;

    /// <summary>The rate of one step divided by that of the step before.</summary>
    public double SaturationFactor { get; init; } = 1.5;

    public int SaturationSteps { get; init; } = 16;

    /// <summary>
    /// How many of the publisher's requests may wait for a response, so that the round trip of one doesn't limit the rate.
    /// </summary>
    public int Pipeline { get; init; } = 64;

    /// <summary>A step counts if the 99th percentile of latency, in milliseconds, is below this and nothing was lost.</summary>
    public double SaturationP99 { get; init; } = 150;

    public Load Latency { get; init; } = new(10_000, 1);

    public int LatencySeconds { get; init; } = 30;

    /// <summary>All readers of this run. They include the slow ones; those that never read are added to them.</summary>
    public Load Slow { get; init; } = new(5_000, 20);

    public int SlowReaders { get; init; } = 1_000;

    public int StuckReaders { get; init; } = 100;

    /// <summary>Longer than the 30 s after which LiveFeed closes a reader that reads nothing.</summary>
    public int SlowSeconds { get; init; } = 40;

    public int StormReaders { get; init; } = 15_000;

    /// <summary>LiveFeed:Feed:MemoryEntries during the storm. Half of its readers are further behind than this.</summary>
    public int MemoryEntries { get; init; } = 512;

    /// <summary>The readers of each instance.</summary>
    public Load Instance { get; init; } = new(1_000, 20);

    public int StormSeconds { get; init; } = 180;

    public int Churns { get; init; } = 100_000;

    /// <summary>The longest wait for the memory to settle after the churn.</summary>
    public int SettleAtMost { get; init; } = 90;
}

/// <summary>A number of readers, and a number of messages per second.</summary>
internal readonly record struct Load(int Readers, double Rate);
