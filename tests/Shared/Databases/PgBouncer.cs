using System.Diagnostics;

namespace LiveFeed.Testing;

/// <summary>A PgBouncer that belongs to a test, on a port of this machine. Debian's package <c>pgbouncer</c> is enough; <c>tests/run</c> installs it.</summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private const string Program = "pgbouncer";

    private readonly string folder;
    private readonly string command;
    private ChildServer? server;

    private PgBouncer(int port, string folder, string command) => (Port, this.folder, this.command) = (port, folder, command);

    /// <summary>Why this machine has no PgBouncer; null if it has one.</summary>
    public static string? WhyMissing => InstalledProgram.WhyMissing(Program);

    public int Port { get; }

    /// <param name="settings">Returns its file of settings, for the port that it listens on and its folder, which has the file <c>users</c>.</param>
    public static async Task<PgBouncer> StartAsync(Func<int, string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("livefeed-pgbouncer-").FullName;
        var port = LocalPort.FindFree();
        await File.WriteAllTextAsync(Path.Combine(folder, "settings"), settings(port, folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "users"), "\"livefeed\" \"\"\n");
        // It won't run as root, and only its own user may look into such a folder.
        using (var open = Process.Start("chmod", ["755", folder]))
            await open.WaitForExitAsync();
        var asUser = Environment.UserName == "root" ? "setpriv --reuid=postgres --regid=postgres --init-groups" : "";
        var bouncer = new PgBouncer(port, folder, $"{asUser} {InstalledProgram.Find(Program)} {folder}/settings");
        await bouncer.StartAgainAsync();
        return bouncer;
    }

    /// <summary>Starts it again on its port.</summary>
    public async Task StartAgainAsync()
    {
        server = await ChildServer.StartAsync(command, folder);
        await Eventually.TrueAsync(() => LocalPort.ListensAsync(Port), $"PgBouncer did not start; see {folder}/log.");
    }

    public async Task KillAsync()
    {
        await server!.KillAsync();
        server = null;
    }

    public async ValueTask DisposeAsync()
    {
        // At a signal to end it would wait for its clients.
        if (server is not null)
            await KillAsync();
        Directory.Delete(folder, true);
    }
}
