using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>Sends bytes to subscribers' connections, as far as these accept them, and counts what is sent. Belongs to one pump, whose thread alone may use it.</summary>
/// <param name="options">How much is sent at once.</param>
/// <param name="metrics">Counts what is sent.</param>
/// <param name="time">The clock.</param>
internal sealed class ConnectionWriter(FeedOptions options, FeedMetrics metrics, TimeProvider time)
{
    private int entries;
    private long bytes;

    /// <summary>The start of the current round; everything that the round sends counts as sent at this timestamp.</summary>
    public long Now { get; private set; } = time.GetTimestamp();

    /// <summary>Begins a round.</summary>
    public void BeginRound() => Now = time.GetTimestamp();

    /// <summary>Ends a round: counts what was sent.</summary>
    public void EndRound()
    {
        metrics.Sent(entries, bytes);
        (entries, bytes) = (0, 0);
    }

    /// <summary>Counts entries that are sent.</summary>
    public void CountEntries(int more) => entries += more;

    /// <summary>Counts bytes that a connection has accepted. Returns their number.</summary>
    public int Count(Subscriber subscriber, int sent)
    {
        subscriber.Timers.LastSent = Now;
        bytes += sent;
        return sent;
    }

    /// <summary>Sends what was begun.</summary>
    public AdvanceResult SendUnsent(Subscriber subscriber)
    {
        ref var unsent = ref subscriber.Unsent.Bytes;
        var part = unsent[..Math.Min(unsent.Length, options.MaxWriteBytes)];
        var sent = Count(subscriber, subscriber.Output.Send(part.Span));
        unsent = unsent[sent..];
        if (sent < part.Length)
            SendRemainder(subscriber, part.Length - sent);
        return WaitIfFull(subscriber) ? AdvanceResult.ConnectionFull : AdvanceResult.More;
    }

    /// <summary>Hands the start of what was begun to the connection, which sends it as it becomes writable.</summary>
    public void SendRemainder(Subscriber subscriber, int length)
    {
        ref var unsent = ref subscriber.Unsent.Bytes;
        var part = unsent[..Math.Min(length, options.MaxWriteBytes)];
        unsent = unsent[part.Length..];
        bytes += part.Length;
        subscriber.Output.SendRemainder(part);
    }

    /// <summary>Returns whether the connection is full; then the subscriber is woken when it is not any more.</summary>
    public bool WaitIfFull(Subscriber subscriber)
    {
        if (subscriber.Output.IsWritable())
            return false;
        ref var timers = ref subscriber.Timers;
        if (timers.FullSince is null)
            (timers.FullSince, timers.BytesAcknowledgedAtFull) = (Now, subscriber.Output.BytesAcknowledged);
        subscriber.WakeWhenWritable();
        return true;
    }
}
