using System.IO.Pipelines;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>Waits for clients to take what only the log still holds, but not for ever.</summary>
internal sealed class HistoryFlush(IOptions<FeedOptions> options, TimeProvider time)
{
    /// <summary>
    /// Flushes what was written. Returns null once the client has room for more, or why it will not have. When a flush is cancelled, the
    /// server may cut the connection and report that the client is gone, so the stall is what counts.
    /// </summary>
    public async Task<CloseReason?> FlushAsync(PipeWriter output, CancellationToken clientGone)
    {
        using var stalled = new CancellationTokenSource(options.Value.StallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, clientGone);
        try
        {
            if (!(await output.FlushAsync(either.Token)).IsCompleted)
                return null;
        }
        catch (OperationCanceledException)
        {
            // Which of the two it was is below.
        }

        return stalled.IsCancellationRequested ? CloseReason.Stalled : CloseReason.ClientGone;
    }
}
