using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.Faults;

/// <summary>Two servers of one kind, joined by a Redis, and their clients.</summary>
internal interface IFaultPeer
{
    /// <summary>The name for <c>--peers</c>.</summary>
    string Name { get; }

    /// <summary>A sentence for the reader of the table: how the servers are set up, and which clients read.</summary>
    string About { get; }

    /// <summary>Returns what must be installed for it and is missing; null if nothing is missing.</summary>
    string? Missing();

    Task<IFaultPair> StartAsync(RedisChild redis, CancellationToken cancellationToken);

    /// <summary>Connects readers, which reconnect by themselves until they are disposed. Completes when all are connected.</summary>
    /// <param name="stream">Where they connect.</param>
    /// <param name="readers">What each of them receives is written here.</param>
    /// <param name="cancellationToken">Cancels the connecting.</param>
    Task<IAsyncDisposable> ReadAsync(Uri stream, IReadOnlyList<Receipts> readers, CancellationToken cancellationToken);
}

/// <summary>The two servers. Messages are posted to the first.</summary>
internal interface IFaultPair : IAsyncDisposable
{
    IReadOnlyList<FaultServer> Servers { get; }

    /// <summary>Returns the request that posts a message.</summary>
    HttpRequestMessage Post(Uri publish, string message);
}

/// <summary>One of two servers.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Stream">Where readers connect.</param>
/// <param name="Publish">Where messages are posted.</param>
/// <param name="KillAsync">SIGKILL.</param>
internal sealed record FaultServer(int Pid, Uri Stream, Uri Publish, Func<ValueTask> KillAsync);
