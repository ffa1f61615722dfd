namespace LiveFeed.Benchmarks.Peers;

/// <summary>The peers that are commands of this program, each in a separate process.</summary>
internal static class ThisProgram
{
    /// <summary>
    /// Returns the command line for a command, with the runtime settings that LiveFeed is shipped with, above all those of the garbage
    /// collector.
    /// </summary>
    public static IReadOnlyList<string> Command(string name) =>
    [
        "dotnet", "exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "livefeed.runtimeconfig.json"),
        Path.Combine(AppContext.BaseDirectory, "LiveFeed.Benchmarks.dll"), name,
    ];

    public static Task<RunningPeer> StartAsync(
        string command, string core, string stream, IReadOnlyList<string> arguments, CancellationToken cancellationToken, params string[] settings) =>
        RunningPeer.StartAsync(
            port => [.. Command(command), "--environment=Production", $"--urls=http://127.0.0.1:{port}", .. settings], core, stream, arguments, cancellationToken);
}
