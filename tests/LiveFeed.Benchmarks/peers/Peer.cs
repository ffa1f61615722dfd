namespace LiveFeed.Benchmarks.Peers;

/// <summary>A server of the comparison: how to start it, and how to put load on it.</summary>
internal interface IPeer
{
    /// <summary>The name for <c>--peers</c>.</summary>
    string Name { get; }

    /// <summary>A sentence for the reader of the table: what it is, and what it does for a message.</summary>
    string About { get; }

    /// <summary>Whether a message is as cheap as the server can make it: nothing is stored and nobody is authorised.</summary>
    bool IsPureFanOut => true;

    /// <summary>Returns what must be installed for it and is missing; null if nothing is missing.</summary>
    string? Missing();

    /// <param name="core">The processor that the server may run on.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken);
}

/// <summary>A server under load.</summary>
/// <param name="Pid">Its process. Child processes count with it.</param>
/// <param name="StreamUrl">The URL to which readers connect.</param>
/// <param name="PublishUrl">The URL to which messages are posted.</param>
/// <param name="Arguments">Additional arguments for sseload.</param>
/// <param name="Stop">Stops it.</param>
internal sealed record RunningPeer(int Pid, string StreamUrl, string PublishUrl, IReadOnlyList<string> Arguments, Func<ValueTask> Stop)
    : IAsyncDisposable
{
    /// <summary>Starts a program that listens on one port, and waits until it listens.</summary>
    /// <param name="command">Returns the program and its arguments for a port.</param>
    /// <param name="core">The processor that it may run on.</param>
    /// <param name="stream">The path of the streams.</param>
    /// <param name="arguments">Additional arguments for sseload.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<RunningPeer> StartAsync(
        Func<int, IReadOnlyList<string>> command, string core, string stream, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var port = LocalPort.FindFree();
        var child = Child.Start(command(port), core);
        try
        {
            await child.ListensAsync(port, cancellationToken);
            return new RunningPeer(
                child.Pid, $"http://127.0.0.1:{port}{stream}", $"http://127.0.0.1:{port}/publish", arguments, child.DisposeAsync);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Stop();
}
