using System.Diagnostics;
using System.Globalization;

namespace LiveFeed.Testing;

/// <summary>
/// A server of a test, with a folder of its own, that can be killed, frozen and started again. It ends with this process, however this process ends: its
/// shell waits for the end of a pipe from here.
/// </summary>
public sealed class ChildServer : IAsyncDisposable
{
    private const string Keep = "keep";

    private readonly Process shell;
    private readonly string id;

    private ChildServer(Process shell, string id) => (this.shell, this.id) = (shell, id);

    /// <summary>The id of its process.</summary>
    public string Id => id;

    /// <summary>Whether it has ended by itself. Its shell waits all the same, so that it is a zombie for Linux.</summary>
    public bool HasExited => shell.HasExited || (OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat") is var state && state[state.LastIndexOf(')') + 2] == 'Z');

    /// <param name="command">The program and its arguments, as the shell reads them.</param>
    /// <param name="folder">Its folder, whose file <c>log</c> gets its output.</param>
    public static async Task<ChildServer> StartAsync(string command, string folder)
    {
        var shell = new Process
        {
            StartInfo = new ProcessStartInfo("sh")
            {
                ArgumentList =
                {
                    "-c",
                    $"{command} >>{folder}/log 2>&1 & server=$!; echo $server; read word; pkill -CONT -P $server; kill -CONT $server; kill -INT $server; wait $server; "
                    + $"[ \"$word\" = {Keep} ] || rm -rf {folder}",
                },
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        shell.Start();
        _ = shell.StandardError.ReadToEndAsync();
        return new ChildServer(shell, int.Parse((await shell.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>SIGKILL. Its folder stays.</summary>
    public async Task KillAsync()
    {
        await RunAsync("kill", "-KILL", id);
        await StopAsync();
    }

    /// <summary>Ends it, as at SIGINT. Its folder stays.</summary>
    public async Task StopAsync()
    {
        await shell.StandardInput.WriteLineAsync(Keep);
        await DisposeAsync();
    }

    /// <summary>SIGSTOP to the server and its children: connections stay open, and nothing responds.</summary>
    public async Task FreezeAsync()
    {
        await RunAsync("kill", "-STOP", id);
        await RunAsync("pkill", "-STOP", "-P", id);
    }

    /// <summary>SIGCONT.</summary>
    public async Task ThawAsync()
    {
        await RunAsync("pkill", "-CONT", "-P", id);
        await RunAsync("kill", "-CONT", id);
    }

    /// <summary>Ends it, as at SIGINT, and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }
}
