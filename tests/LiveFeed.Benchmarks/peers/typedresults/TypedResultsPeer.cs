namespace LiveFeed.Benchmarks.Peers;

/// <summary>What one would write with plain ASP.NET Core.</summary>
internal sealed class TypedResultsPeer : IPeer
{
    public string Name => "typedresults";

    public string About => "ASP.NET Core's `TypedResults.ServerSentEvents` over a channel per reader, as one would write it.";

    public string? Missing() => null;

    // It sends no response head before its first event.
    public Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken) =>
        ThisProgram.StartAsync(TypedResultsServer.Command, core, "/stream", ["--first-byte"], cancellationToken);
}
