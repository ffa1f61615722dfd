namespace LiveFeed.Benchmarks.Peers;

/// <summary>A Redis of a benchmark's own, that stores nothing on the disk.</summary>
internal sealed class RedisChild : IAsyncDisposable
{
    private readonly Child process;

    private RedisChild(Child process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public static async Task<RedisChild> StartAsync(CancellationToken cancellationToken)
    {
        var port = LocalPort.FindFree();
        var process = Child.Start([InstalledProgram.Find("redis-server")!, "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], core: null);
        await process.ListensAsync(port, cancellationToken);
        return new RedisChild(process, port);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
