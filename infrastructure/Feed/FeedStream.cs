namespace LiveFeed.Infrastructure.Feed;

/// <summary>An opened stream, with the position from which its subscriber continues.</summary>
internal sealed class FeedStream(FeedHub hub, StreamRequest request) : IFeedStream
{
    public StreamRequest Request => request;

    /// <summary>The last sequence that was sent or skipped.</summary>
    public long Position { get; set; }

    public bool NeedsSnapshot { get; set; }

    /// <summary>The reason of the reset, if the snapshot replaces entries; null otherwise.</summary>
    public ResetReason? Reset { get; set; }

    public Task<CloseReason> RunAsync(IStreamOutput output, CancellationToken clientGone) => hub.RunAsync(this, output, clientGone);
}
