namespace LiveFeed.Benchmarks.Peers;

/// <summary>nginx with the module nchan, Debian's build.</summary>
internal sealed class NchanPeer : IPeer
{
    private const string Module = "/usr/lib/nginx/modules/ngx_nchan_module.so";

    public string Name => "nchan";

    public string About => "nginx with the module nchan, one worker, EventSource subscribers, messages in shared memory.";

    public string? Missing() =>
        InstalledProgram.Find("nginx") is not null && File.Exists(Module) ? null : "nginx with nchan: apt-get install nginx libnginx-mod-nchan";

    public Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken) => StartAsync(core, "", "", cancellationToken);

    /// <summary>Starts one of several servers that are joined by a Redis, which then holds the messages.</summary>
    public static Task<RunningPeer> StartJoinedAsync(int redisPort, string core, CancellationToken cancellationToken) =>
        StartAsync(core, $"upstream redis {{ nchan_redis_server redis://127.0.0.1:{redisPort}; }}", "nchan_redis_pass redis;", cancellationToken);

    private static async Task<RunningPeer> StartAsync(string core, string server, string location, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("livefeed-nchan-").FullName;
        var peer = await RunningPeer.StartAsync(port => Configure(folder, port, server, location), core, "/stream", [], cancellationToken);
        return peer with
        {
            Stop = async () =>
            {
                await peer.Stop();
                Directory.Delete(folder, true);
            },
        };
    }

    private static IReadOnlyList<string> Configure(string folder, int port, string server, string location)
    {
        var template = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "peers", "nchan", "nginx.conf"));
        var file = Path.Combine(folder, "nginx.conf");
        // By default, a worker started by root would run as a user who may not open the folder.
        var user = Environment.IsPrivilegedProcess ? "user root;\n" : "";
        File.WriteAllText(file, user + template.Replace("{folder}", folder).Replace("{port}", $"{port}").Replace("{server}", server).Replace("{location}", location).Replace("{files}", $"{OpenFiles.Most}"));
        return [File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx", "-c", file, "-p", folder];
    }
}
