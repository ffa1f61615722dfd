namespace LiveFeed.Benchmarks.FanOut.Series;

internal static class AllSeries
{
    /// <summary>All series, in the order of the document.</summary>
    public static IReadOnlyList<ISeries> InOrder { get; } = [new CostSeries(), new SaturationSeries(), new LatencySeries(), new SlowSeries(), new StormSeries(), new ChurnSeries(), new InstancesSeries()];
}
