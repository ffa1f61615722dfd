namespace LiveFeed.Benchmarks.Peers;

/// <summary>The lower bound: what the kernel's part of one <c>send()</c> per reader and message costs.</summary>
internal sealed class CPeer : IPeer
{
    public string Name => "c";

    public string About => "A C program of one thread: one `epoll` loop, one `send()` per reader and message, and nothing else. The floor of that way to do it.";

    public string? Missing() => null;

    public async Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken)
    {
        var program = await CProgram.BuildAsync("peers/c/broadcast.c", cancellationToken);
        return await RunningPeer.StartAsync(port => [program, $"{port}"], core, "/stream", [], cancellationToken);
    }
}
