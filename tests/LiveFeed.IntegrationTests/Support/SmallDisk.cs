using System.Diagnostics;
using System.Globalization;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>A server process whose data folder is a file system of its own, in memory, that can be filled and freed. Linux only.</summary>
internal sealed class SmallDisk(ServerProcess server, string data, long size)
{
    private const string Filler = "filler";

    /// <summary>Why such a server can't be started here; null if it can.</summary>
    public static string? WhyMissing { get; } = FindWhyMissing();

    public ServerProcess Server => server;

    // Only the server sees its file system. Others see it through the server.
    private string FillerPath => $"/proc/{server.Id}/root{data}/{Filler}";

    public static async Task<SmallDisk> StartAsync(string data, int megabytes)
    {
        var size = megabytes.ToString(CultureInfo.InvariantCulture);
        string[] wrapper = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size={size}m tmpfs \"$0\" && exec \"$@\"", data];
        return new SmallDisk(await ServerProcess.StartWithinAsync(wrapper, data), data, megabytes * 1024L * 1024);
    }

    /// <summary>Uses up all space that is left.</summary>
    public void Fill()
    {
        using var filler = new FileStream(FillerPath, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4_096];
        try
        {
            while (filler.Length <= size)
                filler.Write(block);
            throw new InvalidOperationException("The server's data folder is not on a file system of its own.");
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    public void Free() => File.Delete(FillerPath);

    private static string? FindWhyMissing()
    {
        if (!OperatingSystem.IsLinux())
            return "Needs Linux's namespaces.";
        var start = new ProcessStartInfo("unshare") { RedirectStandardError = true };
        foreach (var argument in new[] { "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/tmp" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"This machine doesn't let a process have a file system of its own: {error.Trim()}";
    }
}
