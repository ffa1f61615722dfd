namespace LiveFeed.Benchmarks.Peers;

/// <summary>A server that is compared: how to start it, and how to put load on it.</summary>
internal interface IPeer
{
    /// <summary>As <c>--peers</c> names it.</summary>
    string Name { get; }

    /// <summary>What it is, and what it does for a message, in a sentence for the reader of the table.</summary>
    string About { get; }

    /// <summary>Whether a message is as cheap as the server can make it, with nothing stored and nobody authorised.</summary>
    bool IsPureFanOut => true;

    /// <summary>What must be installed for it and is not; null where nothing is missing.</summary>
    string? Missing();

    /// <param name="core">The processor that the server may run on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken);
}

/// <summary>A server under load.</summary>
/// <param name="Pid">Its process; those that it started count with it.</param>
/// <param name="StreamUrl">Where readers connect.</param>
/// <param name="PublishUrl">Where messages are posted.</param>
/// <param name="Arguments">What else sseload must be told.</param>
/// <param name="Stop">Ends it.</param>
internal sealed record RunningPeer(int Pid, string StreamUrl, string PublishUrl, IReadOnlyList<string> Arguments, Func<ValueTask> Stop)
    : IAsyncDisposable
{
    /// <summary>Starts a program that listens on one port, and waits until it does.</summary>
    /// <param name="command">The program, given its port.</param>
    /// <param name="core">The processor that it may run on.</param>
    /// <param name="stream">The path of the streams.</param>
    /// <param name="arguments">What else sseload must be told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<RunningPeer> StartAsync(
        Func<int, IReadOnlyList<string>> command, string core, string stream, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var port = Child.FreePort();
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
