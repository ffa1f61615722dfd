using System.Diagnostics;

namespace LiveFeed.Testing;

/// <summary>PostgreSQL's programs, and what tests do with the folder and the process of a server.</summary>
internal static class PostgresPrograms
{
    /// <summary>What a command begins with so that they agree to run: they won't as root.</summary>
    public static string AsUser => Environment.UserName == "root" ? "setpriv --reuid=postgres --regid=postgres --init-groups" : "";

    /// <summary>The folder of the programs, in the newest version.</summary>
    public static string Folder => Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
        .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).OrderBy(bin => bin.Length).ThenBy(bin => bin, StringComparer.Ordinal).Last();

    /// <summary>Returns the folder of a server's data.</summary>
    public static async Task<string> DataOfAsync(PostgresCluster cluster) => (string)(await cluster.ExecuteInAsync("postgres", "SHOW data_directory"))!;

    /// <summary>Sends a signal to a server, and waits until it has ended. It stays so until it is restarted.</summary>
    /// <param name="data">The folder of its data.</param>
    /// <param name="signal"><c>KILL</c>, or <c>INT</c> for an orderly end, in which its standbys get the rest.</param>
    public static Task EndAsync(string data, string signal) =>
        RunAsync($"server=$(head -n 1 {data}/postmaster.pid); kill -{signal} $server; while kill -0 $server 2>/dev/null && [ \"$(cut -d ' ' -f 3 /proc/$server/stat)\" != Z ]; do sleep 0.05; done");

    /// <summary>Runs a shell script, which must succeed.</summary>
    public static async Task RunAsync(string script)
    {
        using var process = Process.Start("sh", ["-c", script]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"It ended with {process.ExitCode}: {script}");
    }
}
