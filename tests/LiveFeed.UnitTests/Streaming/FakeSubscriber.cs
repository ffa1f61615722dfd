using System.Diagnostics.Metrics;
using System.Runtime.InteropServices;
using LiveFeed.Domain;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveFeed.UnitTests.Streaming;

/// <summary>Creates subscribers whose connection is as faulty as a test wants it.</summary>
internal static class FakeSubscriber
{
    public static readonly Telemetry Telemetry = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    public static readonly FeedMetrics Metrics = new(Telemetry);

    public static TopicSubscriber Create(TopicFeed? feed = null, IStreamOutput? output = null, ReaderFilter? filter = null, Pump? pump = null) => new(
        new StreamRequest(feed ?? TestFeed.Empty(), filter ?? ReaderFilter.All, ReaderIdentity.Anonymous, null, null),
        pump ?? new Pump(new FeedOptions(), Metrics, new FaultyBatch.None(), TimeProvider.System, NullLogger<Pump>.Instance), output ?? new FaultyOutput(new Random(0), true));

    public static JoinedSubscriber Join(IReadOnlyList<JoinedTopic> topics, IStreamOutput output) => new(
        topics, ReaderIdentity.Anonymous, new Pump(new FeedOptions(), Metrics, new FaultyBatch.None(), TimeProvider.System, NullLogger<Pump>.Instance), output);
}

/// <summary>A connection that accepts bytes at random.</summary>
internal sealed class FaultyOutput : IStreamOutput
{
    private readonly MemoryStream received = new();
    private readonly Random random;
    private ReadOnlyMemory<byte> rest;

    public FaultyOutput(Random random, bool chunked)
    {
        this.random = random;
        SocketHandle = chunked ? new OutputHandle(this) : null;
    }

    public bool IsChunked => SocketHandle is not null;

    public bool IsGone => false;

    public SafeHandle? SocketHandle { get; }

    public long? BytesAcknowledged => null;

    public ReadOnlyMemory<byte> Received => received.GetBuffer().AsMemory(0, (int)received.Length);

    /// <summary>Whether it accepts everything at once from now on.</summary>
    public bool IsWell { get; set; }

    /// <summary>Whether it accepts nothing any more, and fails to send remaining bytes later.</summary>
    public bool IsBroken { get; set; }

    public int Send(ReadOnlySpan<byte> bytes)
    {
        Assert.True(IsWritable());
        if (IsBroken)
            return 0;
        var taken = IsWell || random.Next(2) == 0 ? bytes.Length : random.Next(bytes.Length);
        received.Write(bytes[..taken]);
        return taken;
    }

    public void SendRemainder(ReadOnlyMemory<byte> bytes)
    {
        Assert.True(IsWritable());
        if (IsBroken)
            throw new InvalidOperationException("Broken.");
        rest = bytes;
    }

    public bool IsWritable() => rest.IsEmpty;

    public void OnWritable(Action action) => Assert.False(IsWritable());

    public void Abort()
    {
    }

    /// <summary>Accepts the remaining bytes now.</summary>
    public void Drain()
    {
        received.Write(rest.Span);
        rest = default;
    }
}

/// <summary>A batch that sends one after the other. If it is given a random source, it rejects some of the sends.</summary>
internal sealed class FaultyBatch(Random? random = null) : ISendBatch
{
    private readonly List<(FaultyOutput Output, ReadOnlyMemory<byte> Bytes)> sends = [];

    public int Capacity => 2;

    public bool TryAdd(SafeHandle socket, ReadOnlyMemory<byte> bytes)
    {
        var output = ((OutputHandle)socket).Output;
        Assert.True(output.IsWritable());
        Assert.True(sends.Count < Capacity);
        if (random?.Next(4) == 0)
            return false;
        sends.Add((output, bytes));
        return true;
    }

    public ReadOnlySpan<int> Send()
    {
        var sent = sends.Select(send => random?.Next(4) == 0 ? ISendBatch.NotSent : send.Output.Send(send.Bytes.Span)).ToArray();
        sends.Clear();
        return sent;
    }

    public void Dispose()
    {
    }

    /// <summary>A system with a batch that accepts every send.</summary>
    internal sealed class Always : ISendBatchFactory
    {
        public ISendBatch? TryCreate() => new FaultyBatch();
    }

    /// <summary>A system without batches.</summary>
    internal sealed class None : ISendBatchFactory
    {
        public ISendBatch? TryCreate() => null;
    }
}

/// <summary>Stands for the socket of an output.</summary>
internal sealed class OutputHandle(FaultyOutput output) : SafeHandle(0, false)
{
    public FaultyOutput Output => output;

    public override bool IsInvalid => false;

    protected override bool ReleaseHandle() => true;
}
