namespace LiveFeed.Infrastructure.Feed;

/// <summary>A stream that has been opened: from where its reader goes on.</summary>
internal sealed class FeedStream(FeedHub hub, StreamRequest request) : IFeedStream
{
    public StreamRequest Request => request;

    /// <summary>The last sequence that was sent or passed over.</summary>
    public long Position { get; set; }

    public bool NeedsSnapshot { get; set; }

    /// <summary>Why the snapshot it needs stands in place of entries; null for none.</summary>
    public ResetReason? Reset { get; set; }

    public Task<CloseReason> RunAsync(IStreamOutput output, CancellationToken clientGone) => hub.RunAsync(this, output, clientGone);
}
