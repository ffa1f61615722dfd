using System.Diagnostics;
using System.Globalization;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>Our load tool, <c>sseload/sseload.c</c>, pinned to a processor of its own.</summary>
internal sealed class SseLoad
{
    private readonly string program;
    private readonly string core;

    private SseLoad(string program, string core) => (this.program, this.core) = (program, core);

    public static async Task<SseLoad> BuildAsync(string core, CancellationToken cancellationToken) =>
        new(await CProgram.BuildAsync("sseload/sseload.c", cancellationToken), core);

    /// <summary>Connects readers and sends messages to all of them.</summary>
    /// <param name="peer">The server.</param>
    /// <param name="load">How many readers, and how many messages.</param>
    /// <param name="seconds">How long to measure.</param>
    /// <param name="warmUp">How long to send uncounted messages before.</param>
    /// <param name="more">More arguments.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public Task<LoadResult> SubscribeAsync(
        RunningPeer peer, Load load, int seconds, int warmUp, IEnumerable<string> more, CancellationToken cancellationToken)
    {
        const int connect = 60, drain = 10;
        return RunAsync(
            [
                "subscribe", "--url", peer.StreamUrl, "--publish-url", peer.PublishUrl, "--pid", $"{peer.Pid}", .. peer.Arguments,
                "--clients", $"{load.Readers}", "--rate", Number(load.Rate), "--count", $"{(long)Math.Ceiling(load.Rate * seconds)}",
                "--warmup", $"{warmUp}", "--connect-timeout", $"{connect}", "--settle", "2", "--drain", $"{drain}",
                // A server that can't keep up must not hold the publisher forever.
                "--deadline", $"{seconds + drain}", .. more,
            ],
            TimeSpan.FromSeconds(connect + (3 * drain) + (2 * warmUp) + seconds + 30),
            cancellationToken);
    }

    /// <summary>
    /// Runs few readers at a time with many messages, uncounted, again and again, with a pause after each round. In the pauses a runtime
    /// compiles its hot code, both for connections and for messages. The memory that each of many readers takes still shows afterwards.
    /// </summary>
    public async Task WarmAsync(RunningPeer peer, int rounds, CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(3));
        for (var round = 0; round < rounds; round++)
        {
            await SubscribeAsync(peer, new Load(200, 100), 1, warmUp: 0, ["--settle", "0"], cancellationToken);
            await pause.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Runs the tool with any arguments.</summary>
    /// <param name="arguments">See <c>sseload --help</c>.</param>
    /// <param name="atMost">The longest run.</param>
    /// <param name="cancellationToken">Cancels the run at once.</param>
    public async Task<LoadResult> RunAsync(IReadOnlyList<string> arguments, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("taskset", ["--cpu-list", core, program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            var last = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
            // Exit code 1 reports losses, which are part of the result. Only 2 means that there is no result.
            return process.ExitCode is 0 or 1 && last.StartsWith('{')
                ? LoadResult.Parse(last)
                : throw new InvalidOperationException($"sseload ended with {process.ExitCode}. {(await errors).Trim()}");
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"sseload did not end within {atMost.TotalSeconds:N0} s.", exception);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
