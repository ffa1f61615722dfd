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
    /// <param name="output">The response's body.</param>
    /// <param name="clientGone">Cancelled when nothing more is to be sent.</param>
    /// <param name="within">For how long it waits; as long as for any stream unless given.</param>
    public async Task<CloseReason?> FlushAsync(PipeWriter output, CancellationToken clientGone, TimeSpan? within = null)
    {
        using var stalled = new CancellationTokenSource(within ?? options.Value.StallTimeout, time);
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
