using Npgsql;

namespace LiveFeed.Testing;

/// <summary>
/// A hot standby of a <see cref="PostgresCluster"/>, as a server of its own that belongs to this process: it applies what the primary writes, serves reads,
/// and can become the primary.
/// </summary>
public sealed class PostgresStandby : IAsyncDisposable
{
    private readonly ChildServer server;

    private PostgresStandby(int port, ChildServer server) => (Port, this.server) = (port, server);

    public int Port { get; }

    /// <param name="primary">The server that it copies, and follows.</param>
    /// <param name="synchronous">Whether each commit of the primary waits until it is on the standby's disk too, so that a failover loses none.</param>
    public static async Task<PostgresStandby> StartAsync(PostgresCluster primary, bool synchronous = false)
    {
        var name = $"standby_{Guid.NewGuid():N}";
        var folder = Directory.CreateTempSubdirectory("livefeed-standby-").FullName;
        var data = Path.Combine(folder, "data");
        var (asUser, programs) = (PostgresPrograms.AsUser, PostgresPrograms.Folder);
        if (asUser.Length > 0)
            await PostgresPrograms.RunAsync($"chown postgres:postgres {folder}");
        await PostgresPrograms.RunAsync($"{asUser} {programs}/pg_basebackup -D {data} -d 'host=127.0.0.1 port={primary.Port} user=livefeed application_name={name}' -R -X stream -c fast --no-sync");
        var port = LocalPort.FindFree();
        var standby = new PostgresStandby(port, await ChildServer.StartAsync(
            $"{asUser} {programs}/postgres -D {data} -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c hot_standby=on "
            + "-c max_connections=400 -c logging_collector=off -c synchronous_standby_names=''", folder));
        await Eventually.TrueAsync(standby.RespondsAsync, $"The standby did not start; see {folder}/log.");
        if (synchronous)
        {
            await primary.ExecuteInAsync("postgres", $"ALTER SYSTEM SET synchronous_standby_names = '{name}'");
            await primary.ExecuteInAsync("postgres", "SELECT pg_reload_conf()");
            await Eventually.TrueAsync(
                async () => await primary.ExecuteInAsync("postgres", $"SELECT sync_state FROM pg_stat_replication WHERE application_name = '{name}'") is "sync",
                "The standby did not become synchronous.");
        }

        return standby;
    }

    /// <summary>Returns the connection string of a database.</summary>
    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=livefeed;Database={database};Maximum Pool Size=30;Connection Idle Lifetime=10";

    /// <summary>Makes it the primary, and waits until it accepts writes.</summary>
    public async Task PromoteAsync() =>
        Assert.True(await ExecuteInAsync("postgres", "SELECT pg_promote(wait_seconds => 60)") is true, "The standby was not promoted within a minute.");

    /// <summary>Runs statements in a database. Returns the first value that they return.</summary>
    public async Task<object?> ExecuteInAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Stops it and removes its data.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<bool> RespondsAsync()
    {
        try
        {
            return await ExecuteInAsync("postgres", "SELECT pg_is_in_recovery()") is true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
