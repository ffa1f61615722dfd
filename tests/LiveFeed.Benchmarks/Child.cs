using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Benchmarks;

/// <summary>A process that this program started and will end. Its last output is kept for the message of a failure.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int LinesKept = 20;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TryEvery = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly Queue<string> said = new();

    private Child(Process process) => this.process = process;

    public int Pid => process.Id;

    /// <summary>Processor time that the process has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Physical memory of the process, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="command">The program and its arguments.</param>
    /// <param name="core">The processor that it may run on, in taskset's notation; null for any.</param>
    /// <param name="directory">The folder in which it runs; null for the current one.</param>
    public static Child Start(IReadOnlyList<string> command, string? core = null, string? directory = null)
    {
        // taskset becomes the program, so the process id is the program's own.
        IReadOnlyList<string> all = core is null ? command : ["taskset", "--cpu-list", core, .. command];
        var start = new ProcessStartInfo(all[0], all.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? "",
        };
        var child = new Child(Process.Start(start)!);
        child.process.OutputDataReceived += child.Keep;
        child.process.ErrorDataReceived += child.Keep;
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end. Fails if the program fails.</summary>
    public static async Task RunAsync(IReadOnlyList<string> command, string? directory, CancellationToken cancellationToken)
    {
        await using var child = Start(command, directory: directory);
        await child.process.WaitForExitAsync(cancellationToken);
        if (child.process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {child.process.ExitCode}. {child.LastWords}");
    }

    /// <summary>Completes when the process accepts connections. Fails if it ends before, or takes too long.</summary>
    public async Task ListensAsync(int port, CancellationToken cancellationToken)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < StartTimeout && !process.HasExited;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TryEvery, cancellationToken);
            }
        }

        throw new InvalidOperationException($"It did not start. {LastWords}");
    }

    /// <summary>Ends the process and those that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private string LastWords
    {
        get
        {
            lock (said)
                return string.Join(Environment.NewLine, said);
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (said)
        {
            said.Enqueue(line.Data);
            if (said.Count > LinesKept)
                said.Dequeue();
        }
    }
}
