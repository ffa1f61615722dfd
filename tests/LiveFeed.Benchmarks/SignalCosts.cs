using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using LiveFeed.Benchmarks.Peers;
using LiveFeed.Infrastructure.Redis;
using LiveFeed.Infrastructure.Streaming.History;
using StackExchange.Redis;

namespace LiveFeed.Benchmarks;

/// <summary>
/// What several instances cost besides deliveries: signals of commits, heartbeats, and Redis between them. Only processor time is measured, so that a
/// machine that does other things as well changes little.
/// </summary>
internal static class SignalCosts
{
    private const string Heartbeats = "livefeed:heartbeats";
    private const int PerSecond = 200;

    public static async Task MeasureAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var redis = await RedisChild.StartAsync(keeps: false, cancellationToken);
        await RedisAsync(redis, duration, cancellationToken);
        await using var cluster = await LiveFeedCluster.StartAsync(2, redis, core: null);
        var (first, second) = (cluster.Servers[0], cluster.Servers[1]);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var read = ReadAsync(second, reading.Token);

        // Until the runtime has compiled its hot code.
        await PostAsync(first, 2 * duration);
        await InstanceAsync(redis, first, second, duration, cancellationToken);
        await reading.CancelAsync();
        await read;
    }

    /// <summary>Measures the second instance: what it does by itself, and what signals and heartbeats add to that.</summary>
    private static async Task InstanceAsync(RedisChild redis, Server first, Server second, TimeSpan duration, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(first);
        await PublishAsync(redis, Heartbeats, Beat(200), duration, cancellationToken);
        var idle = await CpuAsync(second, () => Task.Delay(duration, cancellationToken));
        Say($"an instance with one other: {idle.PerSecond / 1_000:N1} ms of CPU a second");
        var (ofFirst, posts, bytes) = (TimeSpan.Zero, 0, 0L);
        await using var listening = await ConnectAsync(redis);
        await listening.GetSubscriber().SubscribeAsync(RedisChannel.Pattern("livefeed:feed:*"), (_, message) => bytes = message.Length());
        var signals = await CpuAsync(second, async () =>
        {
            var before = first.Cpu;
            posts = await PostAsync(first, duration);
            ofFirst = first.Cpu - before;
        });
        Say($"a signal of {bytes:N0} bytes that it receives and sends to one reader: {Added(signals) / posts:N0} µs of CPU");
        Say($"a post, {posts / signals.Seconds:N0} a second: {(ofFirst.TotalMicroseconds - (idle.PerSecond * signals.Seconds)) / posts:N0} µs of CPU of the instance that takes it");
        foreach (var heads in new[] { 0, 50, 200 })
        {
            var beats = await CpuAsync(second, () => PublishAsync(redis, Heartbeats, Beat(heads), duration, cancellationToken));
            Say($"a heartbeat with {heads} heads, {Beat(heads).Length:N0} bytes: {Added(beats) / (PerSecond * beats.Seconds):N1} µs of CPU");
        }

        byte[] Beat(int heads) => new HeartbeatMessage("another", false, Enumerable.Range(1, heads).ToDictionary(number => $"events/event-{number}", _ => head)).Write();

        double Added((double Total, double PerSecond, double Seconds) measured) => measured.Total - (idle.PerSecond * measured.Seconds);
    }

    /// <summary>Measures Redis alone, with messages of two sizes and a rising number of subscribers.</summary>
    private static async Task RedisAsync(RedisChild redis, TimeSpan duration, CancellationToken cancellationToken)
    {
        var subscribers = new List<ConnectionMultiplexer>();
        foreach (var count in new[] { 0, 10, 40 })
        {
            while (subscribers.Count < count)
            {
                subscribers.Add(await ConnectAsync(redis));
                await subscribers[^1].GetSubscriber().SubscribeAsync(RedisChannel.Literal("bench"), (_, _) => { });
            }

            foreach (var bytes in new[] { 800, 24_000 })
            {
                var (before, started) = (redis.Cpu, Stopwatch.GetTimestamp());
                await PublishAsync(redis, "bench", new byte[bytes], duration, cancellationToken);
                Say($"Redis: a message of {bytes:N0} bytes to {count} subscribers: {(redis.Cpu - before).TotalMicroseconds / (PerSecond * Stopwatch.GetElapsedTime(started).TotalSeconds):N1} µs of CPU");
            }
        }

        foreach (var subscriber in subscribers)
            await subscriber.DisposeAsync();
    }

    private static Task<ConnectionMultiplexer> ConnectAsync(RedisChild redis) => ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port}");

    /// <summary>Publishes a message again and again, at a steady rate.</summary>
    private static async Task PublishAsync(RedisChild redis, string channel, byte[] message, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(redis);
        var (subscriber, started) = (connection.GetSubscriber(), Stopwatch.GetTimestamp());
        for (var sent = 0; Stopwatch.GetElapsedTime(started) < duration; sent++)
        {
            if (TimeSpan.FromSeconds(sent / (double)PerSecond) - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
                await Task.Delay(early, cancellationToken);
            await subscriber.PublishAsync(RedisChannel.Literal(channel), message);
        }
    }

    /// <summary>Posts scores one after the other. Returns how many.</summary>
    private static async Task<int> PostAsync(Server server, TimeSpan duration)
    {
        using var connection = await Connection.OpenAsync(server.Address);
        var posts = 0;
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < duration; posts++)
        {
            var body = $$"""{"matchId":1,"sets":[{"team1":{{posts % 900}},"team2":0}],"status":"inProgress","clientUpdateId":"{{Guid.NewGuid()}}"}""";
            await connection.SendAsync(Encoding.ASCII.GetBytes(
                $"POST /api/events/{LiveFeedPeer.Event}/scores HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Bearer {server.AccessToken}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        }

        return posts;
    }

    private static async Task ReadAsync(Server server, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await server.Http.GetStreamAsync($"/api/events/{LiveFeedPeer.Event}/stream", cancellationToken);
            await foreach (var _ in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            {
                // Only that somebody reads counts.
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private static async Task<LogHead> HeadAsync(Server server)
    {
        using var page = JsonDocument.Parse(await server.Http.GetStringAsync($"/api/events/{LiveFeedPeer.Event}/feed"));
        var parts = page.RootElement.GetProperty("cursor").GetString()!.Split('.');
        return new LogHead(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], 1);
    }

    /// <summary>Measures a server's processor time, in microseconds, while something is done.</summary>
    private static async Task<(double Total, double PerSecond, double Seconds)> CpuAsync(Server server, Func<Task> work)
    {
        var (before, started) = (server.Cpu, Stopwatch.GetTimestamp());
        await work();
        var (used, seconds) = ((server.Cpu - before).TotalMicroseconds, Stopwatch.GetElapsedTime(started).TotalSeconds);
        return (used, used / seconds, seconds);
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
