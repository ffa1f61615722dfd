namespace LiveFeed.Testing;

/// <summary>The archive of a cluster's write-ahead log, and a base backup: by these it is put back to a point in time, with deploy/postgresql/restore.sh.</summary>
public sealed class PostgresArchive
{
    private readonly PostgresCluster cluster;
    private readonly string data;

    private PostgresArchive(PostgresCluster cluster, string data) => (this.cluster, this.data) = (cluster, data);

    // Within the cluster's folder, so that they go with it.
    private string Archive => Path.Combine(Path.GetDirectoryName(data)!, "archive");

    private string Base => Path.Combine(Path.GetDirectoryName(data)!, "base");

    /// <summary>Lets a cluster archive, for which it is restarted.</summary>
    public static async Task<PostgresArchive> StartAsync(PostgresCluster cluster)
    {
        var archive = new PostgresArchive(cluster, await PostgresPrograms.DataOfAsync(cluster));
        await PostgresPrograms.RunAsync($"{PostgresPrograms.AsUser} mkdir {archive.Archive}");
        await cluster.ExecuteInAsync("postgres", "ALTER SYSTEM SET archive_mode = 'on'");
        await cluster.ExecuteInAsync("postgres", $"ALTER SYSTEM SET archive_command = 'test ! -f \"{archive.Archive}/%f\" && cp \"%p\" \"{archive.Archive}/%f\"'");
        await cluster.RestartAsync();
        return archive;
    }

    /// <summary>Makes a base backup.</summary>
    public Task BackUpAsync() => PostgresPrograms.RunAsync(
        $"{PostgresPrograms.AsUser} {PostgresPrograms.Folder}/pg_basebackup -D {Base} -h 127.0.0.1 -p {cluster.Port} -U livefeed -X stream -c fast --no-sync");

    /// <summary>Returns the time by the server's clock.</summary>
    public async Task<string> TimeAsync() => (string)(await cluster.ExecuteInAsync("postgres", "SELECT clock_timestamp()::text"))!;

    /// <summary>Puts the server back to a time after the base backup.</summary>
    public async Task RestoreAsync(string time)
    {
        await PostgresPrograms.EndAsync(data, "INT");
        await PostgresPrograms.RunAsync($"{PostgresPrograms.AsUser} sh -s -- {Base} {Archive} {data} '{time}' <{Repository.Folder}/deploy/postgresql/restore.sh >/dev/null");
        await cluster.RestartAsync();
    }
}
