using System.Globalization;

namespace LiveFeed.Benchmarks.Peers;

/// <summary>A Redis of a benchmark's own, that can be killed, started again and frozen.</summary>
internal sealed class RedisChild : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("livefeed-redis-").FullName;
    private readonly bool keeps;
    private Child? process;

    private RedisChild(bool keeps) => this.keeps = keeps;

    public int Port { get; } = LocalPort.FindFree();

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan Cpu => process!.Cpu;

    /// <param name="keeps">Whether it writes everything to an append-only file, and so has it again after it was killed.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<RedisChild> StartAsync(bool keeps, CancellationToken cancellationToken)
    {
        var redis = new RedisChild(keeps);
        await redis.StartAgainAsync(cancellationToken);
        return redis;
    }

    /// <summary>Starts it, on the same port.</summary>
    public Task StartAgainAsync(CancellationToken cancellationToken)
    {
        process = Child.Start(
            [
                InstalledProgram.Find("redis-server")!, "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", folder, "--save", "",
                "--appendonly", keeps ? "yes" : "no",
            ],
            core: null);
        return process.ListensAsync(Port, cancellationToken);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        await process!.DisposeAsync();
        process = null;
    }

    /// <summary>SIGSTOP: connections stay open, and nothing responds.</summary>
    public Task FreezeAsync(CancellationToken cancellationToken) => SignalAsync("-STOP", cancellationToken);

    /// <summary>SIGCONT.</summary>
    public Task ThawAsync(CancellationToken cancellationToken) => SignalAsync("-CONT", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
        Directory.Delete(folder, true);
    }

    private Task SignalAsync(string signal, CancellationToken cancellationToken) =>
        Child.RunAsync(["kill", signal, process!.Pid.ToString(CultureInfo.InvariantCulture)], null, cancellationToken);
}
