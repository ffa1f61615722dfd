using System.IO.Pipelines;

namespace LiveFeed.Domain.Feed;

/// <summary>The feeds of this process, in memory. Each is loaded from the log at its first use.</summary>
public interface IFeedHub
{
    /// <summary>Whether this instance is shutting down and accepts no new streams.</summary>
    bool IsDraining { get; }

    /// <summary>Returns an event's feed, or null if there is no such event.</summary>
    Task<IEventFeed?> FindAsync(string eventId, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a stream on a connection whose response headers have been sent. Finds the position at which the reader resumes, and writes the
    /// entries that only the log still has. Everything after the cursor that the filter lets pass arrives once and in order, or the reader
    /// gets a snapshot that says why not (invariant 3).
    /// </summary>
    /// <param name="request">What to stream, and to whom.</param>
    /// <param name="output">The response's body. Everything written to it has been flushed on return.</param>
    /// <param name="abort">Cuts the connection of a client that doesn't read.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    /// <returns>The stream, to be run; null if it has ended already.</returns>
    Task<IFeedStream?> OpenAsync(StreamRequest request, PipeWriter output, Action abort, CancellationToken clientGone);
}

/// <summary>A stream that has been opened.</summary>
public interface IFeedStream
{
    /// <summary>Sends everything that follows to the connection, until either side ends the stream.</summary>
    /// <param name="output">The connection. From now on only the stream uses it.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    Task<CloseReason> RunAsync(IStreamOutput output, CancellationToken clientGone);
}

/// <summary>
/// The connection to which a stream's bytes are sent. No method waits. Used by one thread at a time: the pump that owns the subscriber.
/// </summary>
public interface IStreamOutput
{
    /// <summary>Whether bytes must be framed as chunks of HTTP/1.1 (RFC 9112, section 7.1), the last one included.</summary>
    bool IsChunked { get; }

    /// <summary>Whether the connection can't be written to any more.</summary>
    bool IsGone { get; }

    /// <summary>Bytes acknowledged by the client (TCP_INFO), or null if unknown. Tells a slow reader from a stalled one.</summary>
    long? BytesAcknowledged { get; }

    /// <summary>Sends as many bytes as it can without waiting, and returns how many. Call it only if <see cref="IsWritable"/>.</summary>
    int Send(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Sends all of the bytes as the connection drains. They must not change in the meantime. Call it only if <see cref="IsWritable"/>.
    /// </summary>
    void SendRemainder(ReadOnlyMemory<byte> bytes);

    /// <summary>Returns whether everything has been handed over to the system, so that more may be sent.</summary>
    bool IsWritable();

    /// <summary>
    /// Calls the action once, on any thread, when the connection has drained or is gone. Call it only while the connection has not drained.
    /// </summary>
    void OnWritable(Action action);

    /// <summary>Cuts the connection.</summary>
    void Abort();
}

/// <summary>
/// Opens send batches, if this system can send to many connections at once. That costs less than sending to them one at a time.
/// </summary>
public interface ISendBatchFactory
{
    /// <summary>Opens a batch that only the calling thread may use. Returns null if the system doesn't support batches.</summary>
    ISendBatch? TryCreate();
}

/// <summary>Sends that are made together, each to another connection. None of them waits.</summary>
public interface ISendBatch : IDisposable
{
    /// <summary>The maximum number of sends in a batch.</summary>
    int Capacity { get; }

    /// <summary>
    /// Adds what <see cref="IStreamOutput.Send"/> would send. Returns false if the connection can't be sent to in a batch. Call it only if
    /// <see cref="IStreamOutput.IsWritable"/>, and while there is room.
    /// </summary>
    bool TryAdd(IStreamOutput output, ReadOnlyMemory<byte> bytes);

    /// <summary>
    /// Makes all sends that were added, and clears the batch. Returns for each send, in the order of adding, how many bytes were handed
    /// over. The result is valid until the next send is added.
    /// </summary>
    ReadOnlySpan<int> Send();
}

/// <summary>One event's feed.</summary>
public interface IEventFeed
{
    string EventId { get; }

    /// <summary>The position after the newest entry.</summary>
    FeedCursor Cursor { get; }

    /// <summary>Who may read the event now.</summary>
    FeedAccess Access { get; }

    /// <summary>
    /// Returns the response to a read of the event. The content of such a response changes only with an entry of the feed. So the response
    /// stays valid, and is cached, until the feed grows.
    /// </summary>
    /// <param name="question">The cache key.</param>
    /// <param name="build">
    /// Builds the response. Runs once per key and sequence, however many requests there are, and must not depend on who makes them.
    /// </param>
    /// <param name="cancellationToken">Cancels the waiting, not the building, because others may wait for it too.</param>
    Task<CachedResponse> GetResponseAsync(string question, Func<Task<ResponseContent>> build, CancellationToken cancellationToken);

    /// <summary>
    /// Returns a value that is built from the whole feed for all its readers, one value of each type. It is built once per sequence, and
    /// kept until the feed grows.
    /// </summary>
    Task<CachedValue<T>> GetValueAsync<T>(Func<Task<T>> build, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Returns the entries after a cursor. Returns the snapshot if there is no cursor, or if those entries can't be served.
    /// </summary>
    Task<FeedPage> PageAsync(string? after, ReaderFilter filter, int limit, CancellationToken cancellationToken);

    /// <summary>Completes when the feed has grown beyond a sequence.</summary>
    Task WaitForEntriesAfterAsync(long sequence, CancellationToken cancellationToken);
}

/// <summary>The response to a read.</summary>
/// <param name="Json">The body; null if there is no such thing.</param>
/// <param name="ETag">The thing's own version, quoted; null to use the feed's position.</param>
public readonly record struct ResponseContent(byte[]? Json, string? ETag = null);

/// <summary>A response, and the position of the feed at which it was built.</summary>
public readonly record struct CachedResponse(ResponseContent Content, FeedCursor Cursor);

/// <summary>A value that all readers of a feed share, and the position of the feed at which it was built.</summary>
public readonly record struct CachedValue<T>(T Value, FeedCursor Cursor);

/// <summary>A page of a feed.</summary>
/// <param name="Cursor">The position from which to continue.</param>
/// <param name="Reset">Why this is a snapshot although a cursor was given; null otherwise.</param>
/// <param name="More">Whether there are more entries after the cursor already.</param>
/// <param name="Entries">A JSON array.</param>
public readonly record struct FeedPage(FeedCursor Cursor, ResetReason? Reset, bool More, ReadOnlyMemory<byte> Entries);

/// <summary>A stream to open: its feed, its filter and its reader.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Filter">Which entries the reader wants.</param>
/// <param name="Identity">The reader.</param>
/// <param name="LastEventId">The cursor after which to continue; null to begin with a snapshot.</param>
/// <param name="EndsAt">When the reader's access ends; null for never.</param>
public sealed record StreamRequest(IEventFeed Feed, ReaderFilter Filter, ReaderIdentity Identity, string? LastEventId, DateTimeOffset? EndsAt);

/// <summary>Limits how many streams are open at once.</summary>
public interface IStreamLimiter
{
    /// <summary>Whether plain HTTP/1.1 streams may take over the connection's socket.</summary>
    bool UseSocketTakeover { get; }

    /// <summary>
    /// Acquires a slot for one stream; disposing it releases the slot. Returns null, and the limit that was reached, if no slot is free.
    /// </summary>
    IDisposable? TryAcquire(string? userId, string address, string eventId, out string? limit);
}
