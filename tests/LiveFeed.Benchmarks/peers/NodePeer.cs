namespace LiveFeed.Benchmarks.Peers;

/// <summary>
/// A Node.js server in a folder of its own. Its dependencies are installed there, as its lock file says, at its first use.
/// </summary>
internal abstract class NodePeer(string folder) : IPeer
{
    private string Folder => Path.Combine(AppContext.BaseDirectory, "peers", folder);

    public abstract string Name { get; }

    public abstract string About { get; }

    public string? Missing() => InstalledProgram.Find("node") is not null && InstalledProgram.Find("npm") is not null ? null : "Node.js and npm: apt-get install nodejs npm";

    public abstract Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken);

    /// <summary>Returns the command that runs a script of its folder.</summary>
    public IReadOnlyList<string> Command(string script, params IEnumerable<string> arguments) => ["node", Path.Combine(Folder, script), .. arguments];

    protected async Task<RunningPeer> StartAsync(
        string core, string stream, IReadOnlyList<string> settings, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // npm writes the second file after installing what the first one lists.
        var (wanted, present) = (Path.Combine(Folder, "package-lock.json"), Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (!File.Exists(present) || File.GetLastWriteTimeUtc(present) < File.GetLastWriteTimeUtc(wanted))
            await Child.RunAsync(["npm", "ci", "--omit=optional", "--no-audit", "--no-fund"], Folder, cancellationToken);
        return await RunningPeer.StartAsync(port => Command("server.mjs", [$"{port}", .. settings]), core, stream, arguments, cancellationToken);
    }
}
