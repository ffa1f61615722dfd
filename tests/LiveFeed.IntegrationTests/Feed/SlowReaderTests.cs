using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>Invariant 4: the cost of a reader does not depend on how slow it is, nor does delivery to anyone else.</summary>
public sealed class SlowReaderTests
{
    private const int Matches = 1_500;

    [Theory]
    [InlineData("Feed:UseIoUring=true")]
    [InlineData("Feed:UseIoUring=false")]
    [InlineData("Streams:UseSocketTakeover=false")]
    public async Task A_reader_that_fell_behind_gets_a_snapshot_marked_lagging_and_ends_in_the_logs_state(string way)
    {
        await using var server = await LiveFeedServer.StartAsync("Feed:MemoryEntries=4096", "Feed:StallTimeout=00:05:00", way);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", Matches);
        using var slow = await SilentReader.ConnectAsync(server.Address, "/api/events/cup/stream");
        await using var healthy = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        var position = (await healthy.NextAsync())!.Sequence;

        for (var burst = 1; burst <= 12; burst++)
        {
            await BurstAsync(admin, burst);
            // The healthy reader gets every entry of every burst, although the other one reads nothing.
            for (var i = 0; i < Matches; i++)
                Assert.Equal(++position, (await healthy.NextAsync())!.Sequence);
        }

        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var state = new Dictionary<string, string>();
        var (last, lagging) = (-1L, 0);
        await foreach (var item in slow.ReadAsync())
        {
            if (item.Kind == "snapshot")
            {
                if (item.Data.TryGetProperty("reset", out var reset))
                {
                    Assert.Equal("lagging", reset.GetString());
                    Assert.True(item.Sequence > last);
                    lagging++;
                }

                state.Clear();
                foreach (var entry in item.Data.GetProperty("entries").EnumerateArray())
                    LogProbe.Apply(state, entry);
            }
            else
            {
                Assert.Equal(last + 1, item.Sequence);
                LogProbe.Apply(state, item.Data);
            }

            last = item.Sequence;
            if (last == log.Head)
                break;
        }

        Assert.True(lagging > 0, "The reader never fell behind: this run shows nothing.");
        Assert.Equal(log.State().OrderBy(pair => pair.Key, StringComparer.Ordinal), state.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Feed:UseIoUring=true")]
    [InlineData("Feed:UseIoUring=false")]
    [InlineData("Streams:UseSocketTakeover=false")]
    public async Task A_reader_that_reads_nothing_is_closed_and_counted_as_stalled(string way)
    {
        await using var server = await LiveFeedServer.StartAsync("Feed:StallTimeout=00:00:03", way);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", Matches);
        using var silent = await SilentReader.ConnectAsync(server.Address, "/api/events/cup/stream");
        await using var healthy = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await healthy.NextAsync();
        var burst = 0;

        await Eventually.TrueAsync(async () =>
        {
            await BurstAsync(admin, ++burst);
            for (var i = 0; i < Matches; i++)
                await healthy.NextAsync();
            return await Scrape.ValueAsync(server.Http, "livefeed_streams_closed_total", "reason=\"stalled\"") > 0;
        });
    }

    [Theory]
    [InlineData("Feed:UseIoUring=true")]
    [InlineData("Feed:UseIoUring=false")]
    [InlineData("Streams:UseSocketTakeover=false")]
    public async Task Readers_that_read_nothing_do_not_make_the_memory_grow_with_the_feed(string way)
    {
        const int readers = 100;
        var data = Directory.CreateTempSubdirectory("livefeed-test-");
        using (var server = await ServerProcess.StartAsync(data.FullName, "Feed:MemoryEntries=2048", "Feed:StallTimeout=00:05:00", way))
        {
            var admin = await server.AdminAsync();
            await admin.CreateEventAsync("cup", Matches);
            var silent = new List<SilentReader>();
            for (var i = 0; i < readers; i++)
                silent.Add(await SilentReader.ConnectAsync(server.Address, "/api/events/cup/stream"));
            // The first bursts fill the sockets' buffers and the log. From then on nothing may grow.
            for (var burst = 1; burst <= 8; burst++)
                await BurstAsync(admin, burst);
            var before = server.Memory;
            for (var burst = 9; burst <= 20; burst++)
                await BurstAsync(admin, burst);
            var grown = server.Memory - before;
            silent.ForEach(reader => reader.Dispose());

            // Twelve bursts send over 8 MB to one reader. Queued for all of them it would be over 800 MB.
            Assert.True(grown < 200_000_000, $"{readers} readers that read nothing cost {grown / 1e6:F1} MB.");
        }

        data.Delete(true);
    }

    /// <summary>A stream that never got as far as its pump.</summary>
    [Fact]
    public async Task A_reader_that_reads_nothing_of_its_history_is_closed_counted_and_logged()
    {
        await using var server = await LiveFeedServer.StartAsync(
            "Feed:MemoryEntries=16", "Feed:MaxResumeEntries=100000", "Feed:StallTimeout=00:00:00.500",
            "/Logging:LogLevel:LiveFeed.Infrastructure.Streaming=Debug");
        var logs = FakeLogCollector.Create(new FakeLogCollectorOptions());
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(new FakeLoggerProvider(logs));
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", Matches);
        await BurstsAsync(admin, 16);
        var epoch = (await admin.GetAsync("/api/events/cup/feed")).GetProperty("cursor").GetString()!.Split('.')[0];

        using var silent = await RawClient.GetAsync(server.Address, $"/api/events/cup/stream?lastEventId={epoch}.1", 4_096);

        await Eventually.TrueAsync(() => Task.FromResult(logs.GetSnapshot().Any(record => record.Id.Id == LogEventIds.StreamClosed)));
        Assert.Equal(1, await Scrape.ValueAsync(server.Http, "livefeed_streams_closed_total", "reason=\"stalled\""));
        var closed = logs.GetSnapshot().Single(record => record.Id.Id == LogEventIds.StreamClosed);
        Assert.Equal("Stalled", closed.GetStructuredStateValue("Reason"));
        Assert.DoesNotContain(logs.GetSnapshot(), record => record.Id.Id is LogEventIds.StreamResumed or LogEventIds.StreamReset or LogEventIds.StreamOpened);
    }

    [Fact]
    public async Task A_reader_that_reads_slowly_but_reads_is_not_taken_for_one_that_reads_nothing()
    {
        await using var server = await LiveFeedServer.StartAsync("Feed:StallTimeout=00:00:03");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", Matches);
        using var slow = await RawClient.GetAsync(server.Address, "/api/events/cup/stream", 4_096);
        var bursts = BurstsAsync(admin, 4);

        // Reads a little at a time, for several times the period after which a reader that reads nothing would be closed.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 100; i++)
        {
            await pace.WaitForNextTickAsync();
            Assert.True(await slow.Socket.ReceiveAsync(new byte[4_096]) > 0, "It was closed.");
        }

        await bursts;
    }

    private static async Task BurstsAsync(ApiUser admin, int count)
    {
        for (var burst = 1; burst <= count; burst++)
            await BurstAsync(admin, burst);
    }

    /// <summary>Makes as many entries as there are matches, in one transaction.</summary>
    private static async Task BurstAsync(ApiUser admin, int burst)
    {
        var schedule = JsonSerializer.SerializeToNode(TestSchedule.Of(Matches))!;
        // A long name, so that few bursts fill the connection's buffers.
        schedule["courts"]![0]!["name"] = $"Court of burst {burst} ".PadRight(200, '.');
        await Expect.SuccessAsync(await admin.Http.PutAsJsonAsync("/api/events/cup/schedule", schedule));
    }

    /// <summary>A connection with a small receive buffer that reads nothing until the test wants it to.</summary>
    private sealed class SilentReader(Socket socket) : IDisposable
    {
        public static async Task<SilentReader> ConnectAsync(Uri server, string path)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
            await socket.ConnectAsync(IPAddress.Loopback, server.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n"));
            return new SilentReader(socket);
        }

        public async IAsyncEnumerable<StreamItem> ReadAsync()
        {
            // The framework's client takes over the connection as it is: the response waits in the buffers, unread.
            using var handler = new SocketsHttpHandler { ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new AlreadyAsked(socket)) };
            using var http = new HttpClient(handler);
            await using var stream = await StreamClient.OpenAsync(http, "http://localhost/");
            while (await stream.NextAsync() is { } item)
                yield return item;
        }

        public void Dispose() => socket.Dispose();

        /// <summary>Discards the client's request, because the real one has been sent already.</summary>
        private sealed class AlreadyAsked(Socket socket) : NetworkStream(socket, false)
        {
            public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
        }
    }
}
