namespace LiveFeed.Benchmarks.Tree;

/// <summary>What a simulation showed. Times in seconds, shares of 1, the rest per second.</summary>
/// <param name="P50">The median from a post to a reader.</param>
/// <param name="P99">The 99th percentile.</param>
/// <param name="Deliveries">Entries to readers.</param>
/// <param name="Processor">How busy the instances' processors are, on average.</param>
/// <param name="BusiestProcessor">How busy the busiest of them is.</param>
/// <param name="Redis">How busy Redis is.</param>
/// <param name="RedisMessages">Messages that Redis sends.</param>
/// <param name="RedisBytes">Bytes of these.</param>
/// <param name="RedisNetwork">How busy its network card is.</param>
/// <param name="InstanceBytes">Bytes that an instance sends to its readers.</param>
/// <param name="InstanceNetwork">How busy the busiest instance's network card is.</param>
internal sealed record TreeResult(
    double P50, double P99, double Deliveries, double Processor, double BusiestProcessor, double Redis, double RedisMessages, double RedisBytes,
    double RedisNetwork, double InstanceBytes, double InstanceNetwork)
{
    /// <summary>What is busiest, and so is full first if the load grows.</summary>
    public (string What, double Share) First => new[]
    {
        ("an instance's processor", BusiestProcessor), ("Redis", Redis), ("Redis' network", RedisNetwork), ("an instance's network", InstanceNetwork),
    }.MaxBy(one => one.Item2);
}
