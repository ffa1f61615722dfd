using System.Diagnostics;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.Faults;

/// <summary>One run: two servers, readers at both, posts at a steady rate, and a fault in the midst of them.</summary>
/// <param name="Readers">The readers at each of the two servers.</param>
/// <param name="Rate">Messages per second.</param>
/// <param name="Before">How long messages are posted before the fault.</param>
/// <param name="Lasts">How long the fault lasts.</param>
/// <param name="After">How long messages are posted after it.</param>
internal sealed record FaultRun(int Readers, int Rate, TimeSpan Before, TimeSpan Lasts, TimeSpan After)
{
    // The first messages are not counted: a server may subscribe to its Redis in the background.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    // Longer than any of the pauses after which the clients here try again, but for SignalR's last one of 30 s.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(60);

    public async Task<FaultResult> RunAsync(IFaultPeer peer, Fault fault, CancellationToken cancellationToken)
    {
        await using var redis = await RedisChild.StartAsync(keeps: true, cancellationToken);
        await using var pair = await peer.StartAsync(redis, cancellationToken);
        var (first, second) = (pair.Servers[0], pair.Servers[1]);
        await using var toFirst = new Balancer(first.Stream.Port, second.Stream.Port);
        await using var toSecond = new Balancer(second.Stream.Port, first.Stream.Port);
        var readers = Enumerable.Range(0, 2 * Readers).Select(_ => new Receipts()).ToList();
        using var connecting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        connecting.CancelAfter(ConnectTimeout);
        await using var atFirst = await peer.ReadAsync(toFirst.By(first.Stream), readers[..Readers], connecting.Token);
        await using var atSecond = await peer.ReadAsync(toSecond.By(second.Stream), readers[Readers..], connecting.Token);

        var publish = toFirst.By(first.Publish);
        var warm = (int)(WarmUp.TotalSeconds * Rate);
        using (var warmUp = new Poster())
            await warmUp.RunAsync(message => pair.Post(publish, message), 0, warm, Rate, cancellationToken);
        using var poster = new Poster();
        var (count, began) = ((int)((Before + Lasts + After).TotalSeconds * Rate), Stopwatch.GetTimestamp());
        var posting = poster.RunAsync(message => pair.Post(publish, message), warm, count, Rate, cancellationToken);
        await Task.Delay(Before, cancellationToken);
        await fault.RunAsync(redis, pair, Lasts, cancellationToken);
        await posting;
        var ended = Stopwatch.GetTimestamp();
        await SettleAsync(readers, poster.Acknowledged, ended, cancellationToken);
        if (pair.Servers.Count(server => !Directory.Exists($"/proc/{server.Pid}")) != fault.Kills)
            throw new InvalidOperationException("A server ended by itself.");
        return new FaultResult(count, poster.Acknowledged.Count, poster.Longest, poster.FirstFailure, Counts.Sum(readers.Select(reader => reader.CompareWith(poster.Acknowledged, began, ended))));
    }

    /// <summary>Waits until all readers have all messages, or nothing has come for some time.</summary>
    private static async Task SettleAsync(List<Receipts> readers, IReadOnlySet<long> acknowledged, long ended, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (!readers.TrueForAll(reader => reader.HasAll(acknowledged)) && Stopwatch.GetElapsedTime(Math.Max(ended, readers.Max(reader => reader.LastAt))) < Quiet)
            await timer.WaitForNextTickAsync(cancellationToken);
    }
}

/// <summary>The results of one run.</summary>
/// <param name="Posted">How many messages were posted.</param>
/// <param name="Acknowledged">How many of these were acknowledged.</param>
/// <param name="LongestPost">The longest time that one post took.</param>
/// <param name="FirstFailure">Why the first post failed that did; null if none failed.</param>
/// <param name="Counts">What all readers together got.</param>
internal sealed record FaultResult(int Posted, int Acknowledged, TimeSpan LongestPost, string? FirstFailure, Counts Counts)
{
    public override string ToString() => FormattableString.Invariant(
        $"acknowledged {Acknowledged} of {Posted} (the longest took {LongestPost.TotalSeconds:N2} s; {FirstFailure ?? "none failed"}); of {Counts.Expected:N0} deliveries {Counts.Once:N0} once, {Counts.Lost:N0} lost, {Counts.Doubled:N0} doubled, {Counts.OutOfOrder:N0} out of order, longest silence {Counts.Silence.TotalSeconds:N2} s");
}
