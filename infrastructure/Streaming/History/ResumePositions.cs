using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>Decides by a reader's cursor (<c>Last-Event-ID</c> or <c>?after=</c>) whether it resumes there, or gets a snapshot and why.</summary>
internal sealed class ResumePositions(HistoryPages pages, FeedSynchronizer synchronizer, IOptions<FeedOptions> options)
{
    private readonly FeedOptions options = options.Value;

    // Step R3: the position after which the reader goes on, or why it starts anew.
    public async Task<StreamStart> FindAsync(TopicFeed feed, string? cursorText, CancellationToken cancellationToken)
    {
        var start = await CompareAsync(feed, cursorText, cancellationToken);
        if (!start.NeedsSnapshot && feed.Head - start.Sequence > options.MaxResumeEntries && !feed.HasAllAfter(start.Sequence))
            return new StreamStart(0, true, ResetReason.TooFarBehind);
        return start;
    }

    /// <summary>Returns the position of a cursor in a feed's log, however far behind it is, or why it has none.</summary>
    public async Task<StreamStart> CompareAsync(TopicFeed feed, string? cursorText, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(cursorText))
            return new StreamStart(0, true, null);
        if (!FeedCursor.TryParse(cursorText, out var cursor))
            return new StreamStart(0, true, ResetReason.UnknownCursor);
        if (cursor.Epoch != feed.Epoch)
            return new StreamStart(0, true, ResetReason.OtherEpoch);
        // Another instance may have sent the client an entry that this one hasn't received yet.
        if (cursor.Sequence > feed.Head)
            await synchronizer.CatchUpAsync(feed, cancellationToken);
        if (cursor.Sequence > feed.Head)
            return new StreamStart(0, true, ResetReason.UnknownCursor);
        if (cursor.Check is { } check && cursor.Sequence > 0)
        {
            // What isn't there any more was cut from the log.
            if (await pages.FindAsync(feed, cursor.Sequence, cancellationToken) is not { } entry)
                return new StreamStart(0, true, ResetReason.TooFarBehind);
            if (entry.Check != check)
                return new StreamStart(0, true, ResetReason.OtherHistory);
        }

        return new StreamStart(cursor.Sequence, false, null);
    }
}
