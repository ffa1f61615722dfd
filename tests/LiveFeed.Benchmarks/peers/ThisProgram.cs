namespace LiveFeed.Benchmarks.Peers;

/// <summary>The peers that are commands of this program, each a process of its own.</summary>
internal static class ThisProgram
{
    /// <summary>A command line that runs a command under the settings of the runtime, its garbage collector's above all, that LiveFeed is shipped with.</summary>
    public static IReadOnlyList<string> Command(string name) =>
    [
        "dotnet", "exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "livefeed.runtimeconfig.json"),
        Path.Combine(AppContext.BaseDirectory, "LiveFeed.Benchmarks.dll"), name,
    ];

    public static Task<RunningPeer> StartAsync(
        string command, string core, string stream, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunningPeer.StartAsync(
            port => [.. Command(command), "--environment=Production", $"--urls=http://127.0.0.1:{port}"], core, stream, arguments, cancellationToken);
}
