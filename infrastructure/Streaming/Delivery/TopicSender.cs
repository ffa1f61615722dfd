using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Views;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// Decides what a subscriber of one topic gets next, and keeps its <see cref="StreamPosition"/>. Belongs to one pump, whose thread alone may
/// use it.
/// </summary>
internal sealed class TopicSender(ConnectionWriter writer, FeedOptions options, FeedMetrics metrics, ILogger logger)
{
    /// <summary>Chooses what follows the subscriber's position in its view. Returns false if it must be sent to by itself.</summary>
    public bool TryChoose(TopicSubscriber subscriber, out SegmentRange range)
    {
        range = default;
        ref var position = ref subscriber.Position;
        if (position.View is not { } view || position.NeedsSnapshot)
            return false;
        position.InView ??= view.After(position.Sequence);
        return position.InView is not null && position.TryFindInView(options.MaxWriteBytes, out range, out _) && CheckAccess(subscriber) && subscriber.Closing is null;
    }

    /// <summary>Sends what comes next. If access has ended, the subscriber is closing then, and the caller says so to the client.</summary>
    public AdvanceResult SendNext(TopicSubscriber subscriber)
    {
        ref var position = ref subscriber.Position;
        if (position.NeedsSnapshot)
            return SendSnapshot(subscriber);
        position.InView ??= position.View?.After(position.Sequence);
        return position.InView is null ? SendFromMemory(subscriber) : SendFromView(subscriber);
    }

    /// <summary>Advances a subscriber past what its connection accepted, and lets the rest of an entry that was begun follow.</summary>
    public AdvanceResult Sent(TopicSubscriber subscriber, SegmentRange range, int sent)
    {
        writer.Count(subscriber, sent);
        var part = range.Bytes;
        if (sent == part.Length)
        {
            AdvancePast(subscriber, range, range.To);
            // For entries that came after the range was looked up, the group is signalled again.
            return writer.WaitIfFull(subscriber) ? AdvanceResult.ConnectionFull
                : range.IsLatest && subscriber.Closing is null ? AdvanceResult.CaughtUp
                : AdvanceResult.More;
        }

        var next = range.Segment.IndexAt(range.From, sent) + 1;
        var rest = part[sent..range.Segment.Bytes(range.From, next).Length];
        AdvancePast(subscriber, range, next);
        // Small rests are copied: a slow subscriber must not keep a whole segment in memory.
        subscriber.Unsent.Bytes = rest.Length > options.MaxWriteBytes ? rest : rest.ToArray();
        writer.SendRemainder(subscriber, rest.Length);
        return writer.WaitIfFull(subscriber) ? AdvanceResult.ConnectionFull : AdvanceResult.More;
    }

    private void AdvancePast(TopicSubscriber subscriber, SegmentRange range, int next)
    {
        writer.CountEntries(next - range.From);
        subscriber.Position.AdvancePast(range, next);
    }

    private AdvanceResult SendFromView(TopicSubscriber subscriber)
    {
        if (!subscriber.Position.TryFindInView(options.MaxWriteBytes, out var range, out var otherwise))
            return otherwise;
        if (!CheckAccess(subscriber))
            return AdvanceResult.More;
        var part = range.Bytes;
        if (!subscriber.Position.View!.IsChunked && part.Length > options.MaxWriteBytes)
        {
            AdvancePast(subscriber, range, range.To);
            subscriber.Unsent.Bytes = part;
            return writer.SendUnsent(subscriber);
        }

        return Sent(subscriber, range, subscriber.Output.Send(part.Span));
    }

    private AdvanceResult SendFromMemory(TopicSubscriber subscriber)
    {
        ref var position = ref subscriber.Position;
        var found = subscriber.Feed.ReadNext(
            ref position.Sequence, subscriber.Filter, subscriber.Output.IsChunked, options.MaxWriteBytes, out var count, out var fellBehind);
        if (fellBehind)
        {
            (position.NeedsSnapshot, position.Reset) = (true, ResetReason.Lagging);
            StreamLog.Reset(logger, subscriber.Feed.Topic, subscriber.Identity.UserId, ResetReason.Lagging);
            return AdvanceResult.More;
        }

        if (found is null)
            return AdvanceResult.CaughtUp;
        if (!CheckAccess(subscriber))
            return AdvanceResult.More;
        writer.CountEntries(count);
        position.Entries += count;
        subscriber.Unsent.Bytes = found;
        return writer.SendUnsent(subscriber);
    }

    private AdvanceResult SendSnapshot(TopicSubscriber subscriber)
    {
        ref var position = ref subscriber.Position;
        var snapshot = subscriber.Feed.Snapshot(subscriber.Filter);
        if (!CheckAccess(subscriber))
            return AdvanceResult.More;
        metrics.SnapshotSent(position.Reset);
        if (snapshot.IsShared)
            subscriber.Unsent.Bytes = snapshot.Frame(position.Reset, subscriber.Output.IsChunked);
        else
            subscriber.Unsent.Pieces = snapshot.Pieces(position.Reset, subscriber.Output.IsChunked, options.MaxWriteBytes).GetEnumerator();
        subscriber.Unsent.TakePiece();
        (position.Sequence, position.InView) = (snapshot.Cursor.Sequence, null);
        (position.NeedsSnapshot, position.Reset) = (false, null);
        return writer.SendUnsent(subscriber);
    }

    /// <summary>
    /// Checks access, and closes the subscriber if it has ended. Returns whether the chosen bytes may still be sent. Must be called after choosing
    /// them: in the other order an entry that was appended just after a revocation could be sent.
    /// </summary>
    public static bool CheckAccess(TopicSubscriber subscriber)
    {
        var access = subscriber.Feed.AccessState;
        if (ReferenceEquals(access, subscriber.Position.LastCheckedAccess))
            return true;
        if (access.GetCloseReason(subscriber.Identity) is { } reason)
        {
            subscriber.Close(reason);
            return reason == CloseReason.EventArchived;
        }

        subscriber.Position.LastCheckedAccess = access;
        return true;
    }
}
