namespace LiveFeed.Benchmarks.Soak;

/// <summary>What was measured in a minute. Sizes are in bytes.</summary>
/// <param name="Minute">Which minute, from 1 on.</param>
/// <param name="Latencies">Milliseconds from when a post was due to its response.</param>
/// <param name="Wal">The largest size of SQLite's write-ahead log, looked at each second.</param>
/// <param name="Database">The size of the database file at the end of the minute.</param>
/// <param name="Memory">The server's working set at the end of the minute.</param>
internal sealed record Sample(int Minute, IReadOnlyList<double> Latencies, long Wal, long Database, long Memory)
{
    public const string Heading = "| minute | posts | p50 ms | p95 ms | WAL MB | database MB | working set MB |\n| --- | --- | --- | --- | --- | --- | --- |";

    public override string ToString()
    {
        var ordered = Latencies.Order().ToList();
        return FormattableString.Invariant(
            $"| {Minute} | {ordered.Count:N0} | {At(ordered, 0.5):N1} | {At(ordered, 0.95):N1} | {Megabytes(Wal)} | {Megabytes(Database)} | {Megabytes(Memory)} |");
    }

    public static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e6:N1}");

    private static double At(List<double> ordered, double quantile) =>
        ordered.Count == 0 ? 0 : ordered[Math.Min(ordered.Count - 1, (int)(ordered.Count * quantile))];
}
