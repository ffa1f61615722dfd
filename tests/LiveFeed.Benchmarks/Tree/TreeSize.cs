namespace LiveFeed.Benchmarks.Tree;

/// <summary>What is simulated.</summary>
internal sealed record TreeSize
{
    public int Instances { get; init; } = 40;

    /// <summary>All of them, spread evenly over the instances.</summary>
    public int Readers { get; init; } = 1_000_000;

    /// <summary>Events that are played at the same time. Each reader follows one.</summary>
    public int Topics { get; init; } = 200;

    /// <summary>How uneven the events' readers are: the n-th event has 1/n to this power of the first one's. 0: all have as many.</summary>
    public double Skew { get; init; } = 1;

    /// <summary>Commits per second and event.</summary>
    public double Rate { get; init; } = 4;

    /// <summary>Whether posts come at equal distances, and all to the first instance, as a benchmark's do, and not at random.</summary>
    public bool IsSteady { get; init; }

    /// <summary>Processors of an instance. Each has a share of the readers.</summary>
    public int Processors { get; init; } = 2;

    /// <summary>How many instances share these processors, as on a machine that measures several.</summary>
    public int InstancesPerMachine { get; init; } = 1;

    /// <summary>Whether the first instance has no readers.</summary>
    public bool ReadsElsewhere { get; init; }

    /// <summary>Bits per second of each instance's network card.</summary>
    public double InstanceNetwork { get; init; } = 1e9;

    /// <summary>Bits per second of Redis' network card.</summary>
    public double RedisNetwork { get; init; } = 10e9;

    /// <summary>Seconds from one machine to another.</summary>
    public double Wire { get; init; } = 200e-6;

    /// <summary>Seconds from an instance to a reader, without the network outside.</summary>
    public double ToReader { get; init; } = 200e-6;

    /// <summary>Seconds between two heartbeats of an instance.</summary>
    public double HeartbeatEvery { get; init; } = 0.5;

    /// <summary>For how many seconds heartbeats repeat that an event has grown.</summary>
    public double HeadsFor { get; init; } = 20;

    /// <summary>The shortest and the longest pause, in seconds, after which a reader reconnects.</summary>
    public (double From, double To) Retry { get; init; } = (1, 5);

    /// <summary>Seconds that are measured.</summary>
    public double Seconds { get; init; } = 30;

    public int Seed { get; init; } = 1;
}
