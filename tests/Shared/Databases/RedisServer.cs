using System.Globalization;
using System.Net.Sockets;

namespace LiveFeed.Testing;

/// <summary>A Redis that belongs to a test, on a port of this machine. Debian's package <c>redis-server</c> is enough; <c>tests/run</c> installs it.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";

    private readonly string folder = Directory.CreateTempSubdirectory("livefeed-redis-").FullName;
    private readonly string settings;
    private ChildServer? server;

    private RedisServer(string settings) => this.settings = settings;

    /// <summary>Why this machine has no Redis; null if it has one.</summary>
    public static string? WhyMissing => InstalledProgram.WhyMissing(Program);

    public int Port { get; } = LocalPort.FindFree();

    /// <summary>The setting with which a server uses it.</summary>
    public string Setting => $"Redis:ConnectionString=127.0.0.1:{Port}";

    /// <param name="settings">More settings, such as <c>--maxmemory 2mb</c>.</param>
    public static async Task<RedisServer> StartAsync(string settings = "")
    {
        var redis = new RedisServer(settings);
        await redis.StartAgainAsync();
        return redis;
    }

    /// <summary>Returns one that is not started yet.</summary>
    public static RedisServer NotStarted() => new("");

    /// <summary>Starts it, or starts it again on its port, empty.</summary>
    public async Task StartAgainAsync()
    {
        server = await ChildServer.StartAsync(
            $"{InstalledProgram.Find(Program)} --port {Port} --bind 127.0.0.1 --save '' --appendonly no --dir {folder} {settings}", folder);
        await Eventually.TrueAsync(() => LocalPort.ListensAsync(Port), $"Redis did not start; see {folder}/log.");
    }

    public async Task KillAsync()
    {
        await server!.KillAsync();
        server = null;
    }

    public Task FreezeAsync() => server!.FreezeAsync();

    public Task ThawAsync() => server!.ThawAsync();

    /// <summary>Runs a command without spaces in its arguments. Returns the first line of the response.</summary>
    public Task<string> RunAsync(string command) => RunAsync(command, async reader => await reader.ReadLineAsync() ?? "");

    /// <summary>Returns how many scripts it has run.</summary>
    public async Task<int> ScriptsAsync() =>
        // By their hash, and the first time by themselves.
        (await ReadAsync("INFO commandstats")).Split('\n').Where(line => line.StartsWith("cmdstat_eval", StringComparison.Ordinal)).Sum(line => int.Parse(line.Split('=', ',')[1], CultureInfo.InvariantCulture));

    /// <summary>Runs a command whose response is a text.</summary>
    public Task<string> ReadAsync(string command) => RunAsync(command, async reader =>
    {
        var text = new char[int.Parse((await reader.ReadLineAsync())![1..], CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(text);
        return new string(text);
    });

    private async Task<T> RunAsync<T>(string command, Func<StreamReader, Task<T>> read)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(command + "\r\n"));
        using var reader = new StreamReader(stream);
        return await read(reader);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        else
            Directory.Delete(folder, true);
    }
}

/// <summary>A test that needs Redis: visibly skipped without it, except on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = Environment.GetEnvironmentVariable("CI") == "true" ? null : RedisServer.WhyMissing;
}

/// <inheritdoc cref="RedisFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisTheoryAttribute : TheoryAttribute
{
    public RedisTheoryAttribute() => Skip = new RedisFactAttribute().Skip;
}
