namespace LiveFeed.Benchmarks.Tree;

/// <summary>Random draws, the same for the same seed.</summary>
internal sealed class Draw(int seed)
{
    // The 99th percentile of the normal distribution.
    private const double Z99 = 2.326;

#pragma warning disable CA5394 // A simulation has no secrets.
    private readonly Random random = new(seed);

    public double Uniform(double from, double to) => from + ((to - from) * random.NextDouble());

    public int Below(int count) => random.Next(count);

    /// <summary>The time until the next of events that come at random.</summary>
    /// <param name="mean">The mean time between two of them.</param>
    public double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());

    /// <summary>A time that is never negative and sometimes much longer (log-normal).</summary>
    /// <param name="spread">The median, and the 99th percentile.</param>
    public double Time(Spread99 spread)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return spread.Median * Math.Exp(normal * Math.Log(spread.P99 / spread.Median) / Z99);
    }
#pragma warning restore CA5394
}

/// <summary>How long something takes, in seconds: the median and the 99th percentile.</summary>
internal readonly record struct Spread99(double Median, double P99);
