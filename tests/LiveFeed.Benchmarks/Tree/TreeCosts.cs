namespace LiveFeed.Benchmarks.Tree;

/// <summary>What things cost, as measured (docs/performance.md; docs/scaling.md says which table). Times in seconds of processor time, sizes in bytes.</summary>
internal sealed record TreeCosts
{
    /// <summary>A delivery: between one instance's 1,000 and 2,000 readers (series <c>instances</c>), and the spread over all loads (series <c>cost</c>).</summary>
    public Spread99 Delivery { get; init; } = new(7.5e-6, 10e-6);

    /// <summary>Another entry in a delivery that was under way anyhow (series <c>saturation</c>, where most entries are such).</summary>
    public double FurtherEntry { get; init; } = 0.4e-6;

    /// <summary>A post, for the instance that takes it (<c>writes --postgres</c>).</summary>
    public Spread99 Post { get; init; } = new(750e-6, 1_500e-6);

    /// <summary>From there to the commit: the database and its disk (the quiet minutes of <c>soak</c>: p50 4 ms, p95 10 ms).</summary>
    public Spread99 Commit { get; init; } = new(4e-3, 14e-3);

    /// <summary>A commit of another instance, for each instance that has readers of its topic (<c>signals</c>).</summary>
    public Spread99 Signal { get; init; } = new(300e-6, 600e-6);

    /// <summary>A heartbeat of another instance (<c>signals</c>).</summary>
    public double Heartbeat { get; init; } = 130e-6;

    /// <summary>Each head in it (<c>signals</c>).</summary>
    public double Head { get; init; } = 0.6e-6;

    /// <summary>A second of an instance that does nothing else (<c>signals</c>).</summary>
    public double Idle { get; init; } = 14e-3;

    /// <summary>A message that Redis takes (<c>signals</c>).</summary>
    public double RedisMessage { get; init; } = 60e-6;

    /// <summary>Sending it to one subscriber (<c>signals</c>).</summary>
    public double RedisSubscriber { get; init; } = 7e-6;

    /// <summary>Each byte of that (<c>signals</c>).</summary>
    public double RedisByte { get; init; } = 0.12e-9;

    /// <summary>A reader who resumes: the connection and the entries that were missed (series <c>storm</c>).</summary>
    public Spread99 Resume { get; init; } = new(290e-6, 600e-6);

    /// <summary>An entry on a stream.</summary>
    public int EntryBytes { get; init; } = 380;

    /// <summary>A signal of one entry (<c>signals</c>).</summary>
    public int SignalBytes { get; init; } = 600;

    /// <summary>A heartbeat without heads (<c>signals</c>).</summary>
    public int HeartbeatBytes { get; init; } = 70;

    /// <summary>Each head in it (<c>signals</c>).</summary>
    public int HeadBytes { get; init; } = 87;

    /// <summary>An open stream, at most.</summary>
    public int StreamBytes { get; init; } = 9_000;
}
