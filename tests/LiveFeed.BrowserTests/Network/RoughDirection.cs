using System.Diagnostics;

namespace LiveFeed.BrowserTests.Network;

/// <summary>One direction of a <see cref="RoughLink"/>: loses some packets, and delivers the others later, in order.</summary>
internal sealed class RoughDirection(TunDevice from, TunDevice to, Random random)
{
    /// <summary>The share of packets that are lost.</summary>
    public const double Loss = 0.03;

    /// <summary>How long a packet is on its way.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    // Devices have Ethernet's limit of 1500 unless another one is set.
    private readonly byte[] buffer = new byte[2_048];
    private readonly Queue<(long SentAt, byte[] Packet)> onTheWay = new();
    private long delivered;
    private long lost;
    private long shortest = long.MaxValue;

    public int Descriptor => from.Descriptor;

    public long Delivered => Volatile.Read(ref delivered);

    public long Lost => Volatile.Read(ref lost);

    /// <summary>The shortest time that a packet was on its way, by the link's clock.</summary>
    public TimeSpan ShortestDelay => Stopwatch.GetElapsedTime(0, Volatile.Read(ref shortest));

    /// <summary>How long it takes until the next packet arrives; null if none is on its way.</summary>
    public TimeSpan? NextIn => onTheWay.TryPeek(out var next) ? Delay - Stopwatch.GetElapsedTime(next.SentAt) : null;

    public override string ToString() => $"{Delivered} packets delivered, {Lost} lost, none sooner than {ShortestDelay}";

    /// <summary>Takes the packet that was sent.</summary>
    public void Take()
    {
        var length = from.Read(buffer);
        if (random.NextDouble() < Loss)
            Interlocked.Increment(ref lost);
        else
            onTheWay.Enqueue((Stopwatch.GetTimestamp(), buffer[..length]));
    }

    /// <summary>Delivers the packets that have been on their way for long enough.</summary>
    public void Deliver()
    {
        while (NextIn <= TimeSpan.Zero)
        {
            var (sentAt, packet) = onTheWay.Dequeue();
            to.Write(packet);
            Volatile.Write(ref shortest, Math.Min(shortest, Stopwatch.GetTimestamp() - sentAt));
            Interlocked.Increment(ref delivered);
        }
    }
}
