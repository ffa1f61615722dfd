using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>Sends to subscribers of several topics what <see cref="JoinedComposer"/> composes. Belongs to one pump, whose thread alone may use it.</summary>
/// <param name="writer">The pump's.</param>
/// <param name="composer">The pump's.</param>
/// <param name="options">How much is sent at once.</param>
/// <param name="capacity">How many sends a batch has.</param>
internal sealed class JoinedSender(ConnectionWriter writer, JoinedComposer composer, FeedOptions options, int capacity)
{
    // What was composed for the subscribers of a batch.
    private byte[] kept = [];
    private int keptLength;

    public void CheckAccess(JoinedSubscriber subscriber) => composer.CheckAccess(subscriber);

    /// <summary>
    /// Chooses what is next for a subscriber, in memory that stays as it is until <see cref="Forget"/>: nothing if the subscriber has everything. Returns false if it
    /// must be sent to by itself.
    /// </summary>
    public bool TryChoose(JoinedSubscriber subscriber, out Composed chosen)
    {
        chosen = default;
        composer.CheckAccess(subscriber);
        if (subscriber.Closing is not null)
            return false;
        var composed = Compose(subscriber);
        if (composed.Bytes.IsEmpty)
            return !composed.HasMore && subscriber.Closing is null;
        var bytes = Keep(composed.Bytes.Span);
        if (bytes.IsEmpty)
        {
            subscriber.Unsent.Bytes = composed.Bytes.ToArray();
            return false;
        }

        // Nothing signals the end of the last topic.
        chosen = composed with { Bytes = bytes, HasMore = composed.HasMore || subscriber.Closing is not null };
        return true;
    }

    /// <summary>What was chosen has been sent: its memory is used again.</summary>
    public void Forget() => keptLength = 0;

    public AdvanceResult SendNext(JoinedSubscriber subscriber)
    {
        var composed = Compose(subscriber);
        return Sent(subscriber, composed, composed.Bytes.IsEmpty ? 0 : subscriber.Output.Send(composed.Bytes.Span));
    }

    /// <summary>Lets the rest follow of what the connection has not accepted.</summary>
    public AdvanceResult Sent(JoinedSubscriber subscriber, Composed composed, int sent)
    {
        if (!composed.Bytes.IsEmpty)
            writer.Count(subscriber, sent);
        if (sent < composed.Bytes.Length)
        {
            // A copy: the memory is used again.
            subscriber.Unsent.Bytes = composed.Bytes[sent..].ToArray();
            writer.SendRemainder(subscriber, composed.Bytes.Length - sent);
        }

        return writer.WaitIfFull(subscriber) ? AdvanceResult.ConnectionFull
            : composed.HasMore || subscriber.Closing is not (null or CloseReason.EventArchived) || !subscriber.Unsent.Bytes.IsEmpty ? AdvanceResult.More
            : AdvanceResult.CaughtUp;
    }

    private Composed Compose(JoinedSubscriber subscriber)
    {
        var composed = composer.Compose(subscriber);
        writer.CountEntries(composed.Entries);
        return composed;
    }

    // Returns nothing if there is no room.
    private ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> composed)
    {
        if (kept.Length == 0)
            kept = GC.AllocateUninitializedArray<byte>(capacity * options.MaxWriteBytes);
        if (composed.Length > kept.Length - keptLength)
            return default;
        var memory = kept.AsMemory(keptLength, composed.Length);
        composed.CopyTo(memory.Span);
        keptLength += composed.Length;
        return memory;
    }
}
