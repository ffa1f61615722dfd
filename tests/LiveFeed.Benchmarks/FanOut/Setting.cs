using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>The settings that all series of one comparison share.</summary>
/// <param name="Plan">The size and duration of the runs.</param>
/// <param name="Peers">The servers that are compared, in the order of the tables.</param>
/// <param name="Repeat">How often each run is repeated.</param>
/// <param name="ServerCore">The processor of the servers, in taskset's notation.</param>
/// <param name="Tool">The load tool, on a processor of its own.</param>
/// <param name="Coalesce">Microseconds for which the load tool sleeps after each batch of reads, if CPU is measured.</param>
internal sealed record Setting(Plan Plan, IReadOnlyList<IPeer> Peers, int Repeat, string ServerCore, SseLoad Tool, int Coalesce)
{
    /// <summary>
    /// For series that measure the server's CPU. Over the loop-back interface, waking a reader is the sender's work; a network card would
    /// not leave that work to it. All servers get the same treatment. It adds at most the length of the sleep to the latency.
    /// </summary>
    public IEnumerable<string> Coalesced => ["--coalesce", $"{Coalesce}"];

    /// <summary>
    /// Runs every peer once, then every peer again, each time with a server of its own, so that changes on the machine in the meantime
    /// affect all of them. A failed run is reported, and doesn't keep the others from running.
    /// </summary>
    public async Task<IReadOnlyList<Row<T>>> InterleaveAsync<T>(
        string title, IEnumerable<IPeer> peers, Func<IPeer, Task<T>> run, CancellationToken cancellationToken)
    {
        var rows = peers.Select(peer => new Row<T>(peer)).ToList();
        for (var round = 1; round <= Repeat; round++)
        {
            foreach (var row in rows)
            {
                Console.WriteLine($"{title}, {row.Peer.Name}, {round} of {Repeat}");
                try
                {
                    row.Runs.Add(await run(row.Peer));
                    Console.WriteLine($"    {row.Runs[^1]}");
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    row.Failures.Add(exception.Message);
                    Console.WriteLine($"    failed: {exception.Message}");
                }
            }
        }

        return rows;
    }
}

/// <summary>The results of one peer's runs.</summary>
internal sealed record Row<T>(IPeer Peer)
{
    public List<T> Runs { get; } = [];

    public List<string> Failures { get; } = [];

    /// <summary>Returns the median and the range of one figure; null if no run succeeded.</summary>
    public Spread? Of(Func<T, double> figure) => Runs.Count == 0 ? null : Spread.Of(Runs.Select(figure));
}
