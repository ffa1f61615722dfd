namespace LiveFeed.Benchmarks.Tree;

/// <summary>Latencies of many deliveries, in steps of 2 %.</summary>
internal sealed class Latencies
{
    private const double Smallest = 1e-6;
    private static readonly double Step = Math.Log(1.02);
    private readonly double[] counts = new double[1_024];

    public double Count { get; private set; }

    /// <param name="seconds">A latency.</param>
    /// <param name="weight">How many deliveries had it.</param>
    public void Add(double seconds, double weight)
    {
        counts[Math.Clamp((int)(Math.Log(Math.Max(seconds, Smallest) / Smallest) / Step), 0, counts.Length - 1)] += weight;
        Count += weight;
    }

    public void Clear()
    {
        Array.Clear(counts);
        Count = 0;
    }

    /// <summary>Returns a quantile in seconds; 0 if there was no delivery.</summary>
    public double At(double quantile)
    {
        var left = quantile * Count;
        for (var i = 0; i < counts.Length; i++)
        {
            left -= counts[i];
            if (left <= 0 && Count > 0)
                return Smallest * Math.Exp((i + 0.5) * Step);
        }

        return 0;
    }
}
