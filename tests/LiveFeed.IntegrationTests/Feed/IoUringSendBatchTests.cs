using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Transports;
using LiveFeed.Infrastructure.Streaming.Transports.IoUring;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>Sends to many sockets at once, over real connections.</summary>
[SupportedOSPlatform("linux")]
public sealed class IoUringSendBatchTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<Pair> pairs = [];

    public IoUringSendBatchTests() => listener.Start();

    [RingFact]
    public async Task Each_connection_gets_its_own_bytes_in_order_whatever_is_sent_together()
    {
        using var ring = IoUringSendBatch.TryOpen(out _)!;
        var sent = new List<MemoryStream>();
        for (var i = 0; i < ring.Capacity; i++)
        {
            Connect();
            sent.Add(new MemoryStream());
        }

        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            var batch = Enumerable.Range(0, ring.Capacity).Where(_ => random.Next(3) > 0).ToList();
            // Some send parts of one buffer, as the subscribers of a view do, and some their own.
            var shared = Text($"round {round}, for all; ");
            foreach (var i in batch)
            {
                var bytes = random.Next(2) == 0 ? shared.AsMemory(random.Next(shared.Length)) : Text($"round {round}, for {i}; ");
                Assert.True(ring.TryAdd(pairs[i].Output.SocketHandle!, bytes));
                sent[i].Write(bytes.Span);
            }

            Assert.All(ring.Send().ToArray(), taken => Assert.True(taken > 0));
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            pairs[i].Server.Shutdown(SocketShutdown.Send);
            Assert.Equal(sent[i].ToArray(), await pairs[i].ReadToEndAsync());
        }
    }

    [RingFact]
    public async Task A_full_connection_takes_what_it_can_and_keeps_nobody_waiting()
    {
        using var ring = IoUringSendBatch.TryOpen(out _)!;
        var (full, other) = (Connect(), Connect());
        var large = Text(new string('x', 1_000_000));
        var taken = 0;
        var partly = false;
        for (var sends = 1; ; sends++)
        {
            Assert.True(sends < 1_000, "The connection never became full.");
            Assert.True(ring.TryAdd(full.Output.SocketHandle!, large));
            Assert.True(ring.TryAdd(other.Output.SocketHandle!, Text($"{sends};")));
            var results = ring.Send().ToArray();
            Assert.Equal($"{sends};".Length, results[1]);
            taken += results[0];
            partly |= results[0] > 0 && results[0] < large.Length;
            if (results[0] == 0)
                break;
        }

        Assert.True(partly);
        Assert.False(full.Output.IsGone);
        full.Server.Shutdown(SocketShutdown.Send);
        Assert.Equal(taken, (await full.ReadToEndAsync()).Length);
    }

    [RingFact]
    public void A_connection_that_is_gone_is_found_out_and_the_others_get_theirs()
    {
        using var ring = IoUringSendBatch.TryOpen(out _)!;
        var (reset, closed, well) = (Connect(), Connect(), Connect());
        reset.Client.Client.Close(0);
        closed.Server.Dispose();
        Assert.False(ring.TryAdd(closed.Output.SocketHandle!, Text("a")));
        for (var sends = 1; !reset.Output.IsGone; sends++)
        {
            Assert.True(sends < 1_000, "The reset was never seen.");
            Assert.True(ring.TryAdd(reset.Output.SocketHandle!, Text("b")));
            Assert.True(ring.TryAdd(well.Output.SocketHandle!, Text("c")));
            var sent = ring.Send().ToArray();
            Assert.Equal(1, sent[1]);
            // The batch can't tell; a send of its own finds out.
            if (sent[0] == ISendBatch.NotSent)
                reset.Output.Send("b"u8);
        }
    }

    [RingFact]
    public async Task A_socket_stays_open_until_what_was_added_for_it_is_sent()
    {
        using var ring = IoUringSendBatch.TryOpen(out _)!;
        var (closed, other) = (Connect(), Connect());
        Assert.True(ring.TryAdd(closed.Output.SocketHandle!, Text("last")));
        closed.Output.SocketHandle!.Dispose();
        Assert.False(closed.Output.SocketHandle!.IsClosed);
        // If the descriptor number were free, the next connection would have it and get another's data.
        var next = Connect();
        Assert.True(ring.TryAdd(other.Output.SocketHandle!, Text("other")));
        ring.Send();
        Assert.True(closed.Output.SocketHandle!.IsClosed);
        next.Server.Shutdown(SocketShutdown.Send);
        Assert.Empty(await next.ReadToEndAsync());
        other.Server.Shutdown(SocketShutdown.Send);
        Assert.Equal("other", Encoding.ASCII.GetString(await other.ReadToEndAsync()));
    }

    [RingFact]
    public async Task Sends_that_the_system_rejects_are_reported_as_not_sent()
    {
        // The system rejects calls from any thread but the one that opened the ring.
        IoUringSendBatch? ring = null;
        var opener = new Thread(() => ring = IoUringSendBatch.TryOpen(out _));
        opener.Start();
        opener.Join();
        using (ring)
        {
            var all = Enumerable.Range(0, 5).Select(_ => Connect()).ToList();
            for (var round = 0; round < 3; round++)
            {
                all.ForEach(pair => Assert.True(ring!.TryAdd(pair.Output.SocketHandle!, Text($"{round};"))));
                Assert.Equal(Enumerable.Repeat(ISendBatch.NotSent, 5), ring!.Send().ToArray());
                all.ForEach(pair => Assert.Equal(2, pair.Output.Send(Text($"{round};"))));
            }

            foreach (var pair in all)
            {
                pair.Server.Shutdown(SocketShutdown.Send);
                Assert.Equal("0;1;2;", Encoding.ASCII.GetString(await pair.ReadToEndAsync()));
            }
        }
    }

    public void Dispose()
    {
        pairs.ForEach(pair => pair.Dispose());
        listener.Dispose();
    }

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    private Pair Connect()
    {
        var client = new TcpClient();
        client.Connect((IPEndPoint)listener.LocalEndpoint);
        var pair = new Pair(client, listener.AcceptSocket());
        pairs.Add(pair);
        return pair;
    }

    private sealed class Pair(TcpClient client, Socket server) : IDisposable
    {
        public TcpClient Client => client;

        public Socket Server => server;

        public SocketOutput Output { get; } = new(server, server.Dispose);

        public async Task<byte[]> ReadToEndAsync()
        {
            using var all = new MemoryStream();
            await client.GetStream().CopyToAsync(all);
            return all.ToArray();
        }

        public void Dispose()
        {
            client.Dispose();
            server.Dispose();
        }
    }

    /// <summary>A test that needs a system that lets this process have a ring.</summary>
    private sealed class RingFactAttribute : FactAttribute
    {
        public RingFactAttribute()
        {
            if (!OperatingSystem.IsLinux())
            {
                Skip = "io_uring is Linux's";
                return;
            }

            using var ring = IoUringSendBatch.TryOpen(out var error);
            Skip = ring is null ? $"io_uring is not to be had here (error {error})" : null;
        }
    }
}
