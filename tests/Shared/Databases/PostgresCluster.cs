using System.Diagnostics;
using Npgsql;

namespace LiveFeed.Testing;

/// <summary>
/// A PostgreSQL server that belongs to this process, on a port of this machine, in a temporary folder. It ends with the process, however
/// the process ends. Debian's package <c>postgresql</c> is enough; <c>tests/run</c> installs it.
/// </summary>
public sealed class PostgresCluster
{
    /// <summary>The program that creates a server's data, with its arguments but for their folder.</summary>
    internal const string Initdb = "initdb -U livefeed -A trust -E UTF8 --locale=C --no-sync";

    private static readonly Lazy<Task<PostgresCluster>> SharedCluster = new(() => StartAsync(durable: false));

    private readonly int port;
    private readonly string folder;
    private readonly string command;

    // Keep a reference: if this object were collected, it would close the server's input and so end it.
    private ChildServer? server;
    private int databases;

    private PostgresCluster(int port, string folder, string command, ChildServer server) => (this.port, this.folder, this.command, this.server) = (port, folder, command, server);

    public int Port => port;

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasExited => server!.HasExited;

    /// <summary>Why this machine has no PostgreSQL; null if it has one.</summary>
    public static string? WhyMissing => Programs() is null ? "There is no PostgreSQL: apt-get install postgresql; tests/run does it." : null;

    /// <summary>Returns the server that all tests of this process share, started at its first use.</summary>
    public static Task<PostgresCluster> SharedAsync() => SharedCluster.Value;

    /// <param name="durable">Whether commits wait for the disk. Tests that pull no plug don't need that.</param>
    /// <param name="settings">More settings of the server, such as <c>-c max_connections=20</c>.</param>
    public static Task<PostgresCluster> StartAsync(bool durable, string settings = "") => StartAsync(
        data => $"{Initdb} -D {data}", $"-c fsync={OnOff(durable)} -c synchronous_commit={OnOff(durable)} -c full_page_writes={OnOff(durable)} {settings}");

    /// <summary>Starts a hot standby of this server: a server of its own, which follows this one and can be read from.</summary>
    public Task<PostgresCluster> StartReplicaAsync() => StartAsync(
        data => $"pg_basebackup -h 127.0.0.1 -p {port} -U livefeed -D {data} -R --checkpoint=fast --no-sync", "-c wal_retrieve_retry_interval=200ms");

    /// <param name="create">Returns the program and its arguments that create the data in a folder.</param>
    /// <param name="settings">The server's settings.</param>
    /// <param name="within">A program that runs the server; its arguments go on with the server's command.</param>
    /// <param name="data">Where the data are; null for the server's own folder.</param>
    internal static async Task<PostgresCluster> StartAsync(Func<string, string> create, string settings, string within = "", string? data = null)
    {
        var programs = Programs() ?? throw new InvalidOperationException(WhyMissing);
        var folder = Directory.CreateTempSubdirectory("livefeed-postgres-").FullName;
        data ??= Path.Combine(folder, "data");
        // The server won't run as root.
        var asUser = $"{within} {(Environment.UserName == "root" ? "setpriv --reuid=postgres --regid=postgres --init-groups" : "")}";
        if (Environment.UserName == "root")
            await RunAsync($"chown postgres:postgres {folder}");
        await RunAsync($"cd {folder} && {asUser} {programs}/{create(data)} >/dev/null");
        var port = LocalPort.FindFree();
        var command = $"{asUser} {programs}/postgres -D {data} -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=400 "
            + $"-c logging_collector=off {settings}";
        var cluster = new PostgresCluster(port, folder, command, await ChildServer.StartAsync(command, folder));
        await cluster.WaitAsync();
        return cluster;
    }

    private static string OnOff(bool on) => on ? "on" : "off";

    /// <summary>Ends the server, as its service does, and starts it again.</summary>
    public async Task RestartAsync()
    {
        await EndAsync();
        await StartAgainAsync();
    }

    /// <summary>Ends the server, as its service does. Its data stay.</summary>
    public async Task EndAsync()
    {
        await server!.StopAsync();
        server = null;
    }

    /// <summary>SIGSTOP to the server and all connections.</summary>
    public Task FreezeAsync() => server!.FreezeAsync();

    /// <summary>SIGCONT.</summary>
    public Task ThawAsync() => server!.ThawAsync();

    /// <summary>Copies the data as they are on the disk at one moment. <see cref="PutBackAsync"/> puts them back.</summary>
    public async Task CopyAsync()
    {
        await server!.FreezeAsync();
        await RunAsync($"rm -rf {folder}/copy; cp -a {folder}/data {folder}/copy");
        await server.ThawAsync();
    }

    /// <summary>Kills the server, and starts it with the data of the last copy.</summary>
    public async Task PutBackAsync()
    {
        await server!.KillAsync();
        await RunAsync($"rm -rf {folder}/data; cp -a {folder}/copy {folder}/data; rm -f {folder}/data/postmaster.pid");
        await StartAgainAsync();
    }

    /// <summary>Cuts all connections to a database.</summary>
    public Task CutConnectionsAsync(string database) =>
        ExecuteAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{database}'");

    /// <summary>Creates a new, empty database. Returns its name.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"livefeed_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return name;
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");

    /// <summary>Returns the connection string of a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="through">The port of a proxy in front; null for the server's own.</param>
    public string ConnectionString(string database, int? through = null) =>
        $"Host=127.0.0.1;Port={through ?? port};Username=livefeed;Database={database};Maximum Pool Size=30;Connection Idle Lifetime=10";

    /// <summary>Returns how many connections to a database wait for another one's lock.</summary>
    public async Task<long> CountBlockedAsync(string database) => (long)(await ExecuteAsync(
        $"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database}' AND wait_event_type = 'Lock'"))!;

    /// <summary>Stops the server and removes its data.</summary>
    public async Task StopAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        else
            await RunAsync($"rm -rf {folder}");
    }

    /// <summary>Starts a server again that has ended.</summary>
    public async Task StartAgainAsync()
    {
        server = await ChildServer.StartAsync(command, folder);
        await WaitAsync();
    }

    private async Task WaitAsync()
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await RespondsAsync())
        {
            if (server!.HasExited)
                throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync($"{folder}/log")}");
            await pause.WaitForNextTickAsync();
        }
    }

    /// <summary>Runs statements in a database. Returns the first value that they return.</summary>
    public async Task<object?> ExecuteInAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private Task<object?> ExecuteAsync(string sql) => ExecuteInAsync("postgres", sql);

    private async Task<bool> RespondsAsync()
    {
        try
        {
            await ExecuteAsync("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Returns the folder of its programs, in the newest version.</summary>
    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).OrderBy(bin => bin.Length).ThenBy(bin => bin, StringComparer.Ordinal).LastOrDefault()
        : null;

    private static Process Shell(string script) => new()
    {
        StartInfo = new ProcessStartInfo("sh") { ArgumentList = { "-c", script } },
    };

    private static async Task RunAsync(string script)
    {
        using var process = Shell(script);
        process.Start();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"It ended with {process.ExitCode}: {script}");
    }
}
