using System.Diagnostics;
using System.Globalization;

namespace LiveFeed.Testing;

/// <summary>A file system of its own, in memory, for a PostgreSQL server's data or for its write-ahead log: it can be filled and freed. It ends with this process. Linux only.</summary>
public sealed class PostgresDisk : IAsyncDisposable
{
    private readonly string folder;
    private readonly long size;

    // It does nothing but keep the file system, which only those see who enter its namespace.
    private readonly ChildServer keeper;

    private PostgresDisk(string folder, long size, ChildServer keeper) => (this.folder, this.size, this.keeper) = (folder, size, keeper);

    /// <summary>Why there can't be one here; null if there can.</summary>
    public static string? WhyMissing { get; } = FindWhyMissing();

    // Runs a program where the file system is.
    private string Within => $"nsenter --mount=/proc/{keeper.Id}/ns/mnt";

    private string Filler => $"/proc/{keeper.Id}/root{folder}/filler";

    public static async Task<PostgresDisk> StartAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("livefeed-disk-").FullName;
        var size = megabytes.ToString(CultureInfo.InvariantCulture);
        var keeper = await ChildServer.StartAsync(
            $"unshare --mount --propagation private sh -c 'mount -t tmpfs -o size={size}m,mode=777 tmpfs {folder} && touch {folder}/ready && exec env --default-signal=INT sleep infinity'", folder);
        var disk = new PostgresDisk(folder, megabytes * 1024L * 1024, keeper);
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists($"/proc/{keeper.Id}/root{folder}/ready")), "There is no file system.");
        return disk;
    }

    /// <summary>Starts a server whose data are on this disk, and its write-ahead log is not.</summary>
    public Task<PostgresCluster> StartWithDataAsync() =>
        // In the folder of the server, where the shell is.
        PostgresCluster.StartAsync(data => $"{PostgresCluster.Initdb} -D {data} --waldir=$PWD/wal", "", Within, $"{folder}/data");

    /// <summary>Starts a server whose write-ahead log is on this disk, in small files, and its data are not.</summary>
    public Task<PostgresCluster> StartWithLogAsync() => PostgresCluster.StartAsync(
        data => $"{PostgresCluster.Initdb} -D {data} --waldir={folder}/wal --wal-segsize=1", "-c min_wal_size=2MB -c max_wal_size=4MB", Within);

    /// <summary>Uses up all space that is left.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4_096];
        try
        {
            while (filler.Length <= size)
                filler.Write(block);
            throw new InvalidOperationException("The folder is not a file system of its own.");
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    public void Free() => File.Delete(Filler);

    public ValueTask DisposeAsync() => keeper.DisposeAsync();

    private static string? FindWhyMissing()
    {
        if (!OperatingSystem.IsLinux())
            return "Needs Linux's namespaces.";
        if (Environment.UserName != "root")
            return "Only root can let PostgreSQL, which won't run as root, have a file system of its own.";
        using var process = Process.Start(new ProcessStartInfo("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/tmp"]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"This machine doesn't let a process have a file system of its own: {error.Trim()}";
    }
}
