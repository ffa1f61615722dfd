using System.Diagnostics;

namespace LiveFeed.Benchmarks;

/// <summary>Many connections that each send the next request as soon as they get the response to the last (closed loop).</summary>
internal static class Load
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    /// <param name="servers">The measured servers. Clients are spread over them in turn.</param>
    /// <param name="connections">How many clients.</param>
    /// <param name="seconds">How long to measure, after a warm-up of ten seconds in which the runtime compiles its hot code.</param>
    /// <param name="expected">The status that counts as success.</param>
    /// <param name="request">Returns the bytes of a client's n-th request.</param>
    /// <exception cref="InvalidOperationException">A response had another status.</exception>
    public static async Task<Figures> RunAsync(IReadOnlyList<Server> servers, int connections, int seconds, int expected, Func<int, int, ReadOnlyMemory<byte>> request)
    {
        var (from, to) = (Stopwatch.GetTimestamp() + Ticks(WarmUp), Stopwatch.GetTimestamp() + Ticks(WarmUp + TimeSpan.FromSeconds(seconds)));
        var clients = Enumerable.Range(0, connections).Select(client => Task.Run(() => ClientAsync(servers[client % servers.Count], client, expected, request, from, to))).ToList();
        using var warm = new PeriodicTimer(WarmUp);
        await warm.WaitForNextTickAsync();
        var before = Cpu();
        var latencies = (await Task.WhenAll(clients)).SelectMany(list => list).Order().ToList();
        var cpu = Cpu() - before;
        return new Figures(
            latencies.Count / (double)seconds, At(latencies, 0.5), At(latencies, 0.99), latencies[^1], cpu.TotalMicroseconds / latencies.Count);

        TimeSpan Cpu() => servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.Cpu);
    }

    private static async Task<List<double>> ClientAsync(
        Server server, int client, int expected, Func<int, int, ReadOnlyMemory<byte>> request, long from, long to)
    {
        var latencies = new List<double>();
        using var connection = await Connection.OpenAsync(server.Address);
        for (var n = 0; Stopwatch.GetTimestamp() < to; n++)
        {
            var started = Stopwatch.GetTimestamp();
            var status = await connection.SendAsync(request(client, n));
            if (status != expected && !(expected == 200 && status == 201))
                throw new InvalidOperationException($"Expected {expected}, got {status}.");
            if (started >= from)
                latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return latencies;
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static double At(List<double> ordered, double quantile) => ordered[Math.Min(ordered.Count - 1, (int)(ordered.Count * quantile))];
}

/// <summary>The results of a run: requests per second, milliseconds, and microseconds of the server's processor time per request.</summary>
internal sealed record Figures(double PerSecond, double P50, double P99, double Max, double CpuMicroseconds)
{
    public override string ToString() => FormattableString.Invariant(
        $"{PerSecond,8:N0}/s   p50 {P50,6:F2} ms   p99 {P99,6:F2} ms   max {Max,7:F1} ms   {CpuMicroseconds,6:F1} µs of server CPU each");
}
