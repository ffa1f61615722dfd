namespace LiveFeed.Benchmarks.FanOut;

/// <summary>How large and how long the runs are. Times are in seconds, rates per second.</summary>
internal sealed record Plan
{
    /// <summary>The runs whose figures mean something, on a machine that does nothing else.</summary>
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
    };

    public IReadOnlyList<Load> Cost { get; init; } = [new(1_000, 20), new(5_000, 5), new(15_000, 1)];

    public int CostSeconds { get; init; } = 10;

    /// <summary>In how many rounds of a second the server is warmed by few readers and many messages.</summary>
    public int WarmRounds { get; init; } = 4;

    /// <summary>How long the readers that count get messages that don't.</summary>
    public int WarmUp { get; init; } = 4;

    public int SaturationReaders { get; init; } = 5_000;

    public int SaturationSeconds { get; init; } = 8;

    /// <summary>Messages per second of the first step.</summary>
    public double SaturationFrom { get; init; } = 20;

    /// <summary>What one step has to the step before.</summary>
    public double SaturationFactor { get; init; } = 1.5;

    public int SaturationSteps { get; init; } = 16;

    /// <summary>The publisher's requests that may be unanswered, so that not the round trip of one bounds the rate.</summary>
    public int Pipeline { get; init; } = 64;

    /// <summary>A step counts when the 99th percentile of latency, in milliseconds, is below this and nothing was lost.</summary>
    public double SaturationP99 { get; init; } = 150;

    public Load Latency { get; init; } = new(10_000, 1);

    public int LatencySeconds { get; init; } = 30;

    /// <summary>The slow readers are among these; those that never read come on top.</summary>
    public Load Slow { get; init; } = new(5_000, 20);

    public int SlowReaders { get; init; } = 1_000;

    public int StuckReaders { get; init; } = 100;

    /// <summary>Longer than the time after which LiveFeed closes a reader that reads nothing, 30 s.</summary>
    public int SlowSeconds { get; init; } = 40;

    public int StormReaders { get; init; } = 15_000;

    /// <summary>LiveFeed:Feed:MemoryEntries during the storm: half of its readers are farther behind than this.</summary>
    public int MemoryEntries { get; init; } = 512;

    public int StormSeconds { get; init; } = 180;

    public int Churns { get; init; } = 100_000;

    /// <summary>How long to wait, at most, for the memory to stand still after the churn.</summary>
    public int SettleAtMost { get; init; } = 90;
}

/// <summary>So many readers, and so many messages per second.</summary>
internal readonly record struct Load(int Readers, double Rate);
