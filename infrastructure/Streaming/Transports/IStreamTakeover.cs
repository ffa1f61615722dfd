using Microsoft.AspNetCore.Http;

namespace LiveFeed.Infrastructure.Streaming.Transports;

/// <summary>Ends a stream's request for the server, and keeps its connection for the stream alone.</summary>
public interface IStreamTakeover
{
    /// <summary>
    /// Ends the request: nobody else writes to the connection any more, and once the whole request has ended, the stream owns the
    /// connection. Call this last, when everything written has been flushed and the headers say <c>Connection: close</c>.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="run">Runs the stream; the connection is closed when it ends.</param>
    void TakeOver(HttpContext context, Func<IStreamOutput, CancellationToken, Task> run);
}
