using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;

namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>Decides where a replay begins. A reader who can't resume begins anew, with a snapshot that says why.</summary>
internal sealed class ReplayStarts(ResumePositions positions, IReplayLog log)
{
    private const string NotOfThisLog = "from is no cursor of this event's log: the event was created anew since, or its database restored. Take a time, or leave it out to begin with the first entry.";

    /// <summary>Returns the position after which the replay begins, or why it can't.</summary>
    public async Task<Result<StreamStart>> FindAsync(ReplayRequest request, CancellationToken cancellationToken)
    {
        var feed = request.Stream.Feed;
        ResetReason? reset = null;
        if (!string.IsNullOrEmpty(request.Stream.LastEventId))
        {
            var resumed = await positions.CompareAsync(feed, request.Stream.LastEventId, cancellationToken);
            if (!resumed.NeedsSnapshot)
                return await AfterCutAsync(feed, resumed, cancellationToken);
            reset = resumed.Reset;
        }

        if (request.From.Cursor is { } cursor)
        {
            var found = await positions.CompareAsync(feed, cursor.ToString(), cancellationToken);
            if (found.NeedsSnapshot && found.Reset != ResetReason.TooFarBehind)
                return Error.Invalid(ErrorCode.InvalidRequest, "from", NotOfThisLog);
            return await AfterCutAsync(feed, new StreamStart(cursor.Sequence, true, reset), cancellationToken);
        }

        if (request.From.Time is not { } time)
            return await AfterCutAsync(feed, new StreamStart(0, true, reset), cancellationToken);
        var cut = await log.FindCutAsync(feed.Topic, cancellationToken);
        var before = await log.FindLastBeforeAsync(feed.Topic, time, cut, feed.Head, cancellationToken);
        // Of entries that were cut nobody knows the times: some may be from after this one.
        return new StreamStart(before, true, reset ?? (cut > 0 && before == cut ? ResetReason.TooFarBehind : null));
    }

    /// <summary>Moves a start up to what is left of the log.</summary>
    private async Task<Result<StreamStart>> AfterCutAsync(TopicFeed feed, StreamStart start, CancellationToken cancellationToken)
    {
        var cut = await log.FindCutAsync(feed.Topic, cancellationToken);
        return cut > start.Sequence ? new StreamStart(cut, true, start.Reset ?? ResetReason.TooFarBehind) : start;
    }
}
