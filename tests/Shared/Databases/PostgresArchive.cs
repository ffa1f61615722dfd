namespace LiveFeed.Testing;

/// <summary>The archive of a cluster's write-ahead log, and a base backup: by these it is put back to a point in time, with deploy/postgresql/restore.sh.</summary>
public sealed class PostgresArchive
{
    private readonly PostgresCluster cluster;

    private PostgresArchive(PostgresCluster cluster) => this.cluster = cluster;

    private string Archive => Path.Combine(cluster.Folder, "archive");

    private string Base => Path.Combine(cluster.Folder, "base");

    /// <summary>Lets a cluster archive, for which it is restarted.</summary>
    public static async Task<PostgresArchive> StartAsync(PostgresCluster cluster)
    {
        var archive = new PostgresArchive(cluster);
        await PostgresCluster.RunAsync($"{PostgresCluster.AsUser} mkdir {archive.Archive}");
        await cluster.ExecuteInAsync("postgres", "ALTER SYSTEM SET archive_mode = 'on'");
        await cluster.ExecuteInAsync("postgres", $"ALTER SYSTEM SET archive_command = 'test ! -f \"{archive.Archive}/%f\" && cp \"%p\" \"{archive.Archive}/%f\"'");
        await cluster.RestartAsync();
        return archive;
    }

    /// <summary>Makes a base backup.</summary>
    public Task BackUpAsync() => PostgresCluster.RunAsync(
        $"{PostgresCluster.AsUser} {PostgresCluster.Programs()}/pg_basebackup -D {Base} -h 127.0.0.1 -p {cluster.Port} -U livefeed -X stream -c fast --no-sync");

    /// <summary>Returns the time by the server's clock.</summary>
    public async Task<string> TimeAsync() => (string)(await cluster.ExecuteInAsync("postgres", "SELECT clock_timestamp()::text"))!;

    /// <summary>Puts the server back to a time after the base backup.</summary>
    public Task RestoreAsync(string time) => cluster.ReplaceDataAsync(() => PostgresCluster.RunAsync(
        $"{PostgresCluster.AsUser} sh -s -- {Base} {Archive} {cluster.Folder}/data '{time}' <{Repository.Folder}/deploy/postgresql/restore.sh >/dev/null"));
}
