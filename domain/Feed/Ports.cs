using System.IO.Pipelines;

namespace LiveFeed.Domain.Feed;

/// <summary>The feeds of this process, from memory; loaded from the log at first use.</summary>
public interface IFeedHub
{
    /// <summary>Whether this instance shuts down and takes no new streams.</summary>
    bool IsDraining { get; }

    /// <summary>An event's feed, or null where there is no such event.</summary>
    Task<IEventFeed?> FindAsync(string eventId, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a stream to a connection whose response head is out: finds where the reader goes on, and writes what only the log still
    /// holds. Everything after the cursor that the filter lets pass arrives once and in order, or the reader gets a snapshot that says
    /// why not (invariant 3).
    /// </summary>
    /// <param name="request">What is to be streamed, and to whom.</param>
    /// <param name="output">The response's body. Everything written to it has been flushed on return.</param>
    /// <param name="abort">Cuts the connection of a client that doesn't read.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    /// <returns>The stream, to be run; or null where it has ended already.</returns>
    Task<IFeedStream?> OpenAsync(StreamRequest request, PipeWriter output, Action abort, CancellationToken clientGone);
}

/// <summary>A stream that has been opened.</summary>
public interface IFeedStream
{
    /// <summary>Brings the connection everything that follows, until either side ends it.</summary>
    /// <param name="output">The connection, from now on the stream's alone.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    Task<CloseReason> RunAsync(IStreamOutput output, CancellationToken clientGone);
}

/// <summary>
/// A connection as a stream's bytes leave by it: nothing here waits. Used by one thread at a time, the pump that owns the reader.
/// </summary>
public interface IStreamOutput
{
    /// <summary>Whether bytes must be framed as chunks of HTTP/1.1 (RFC 9112, section 7.1), the last one included.</summary>
    bool IsChunked { get; }

    /// <summary>Whether the connection can't be written to any more.</summary>
    bool IsGone { get; }

    /// <summary>How many bytes the client has taken so far, where the system tells: what shows a slow reader from one that reads nothing.</summary>
    long? Taken { get; }

    /// <summary>Hands over what goes without waiting; how many bytes that was. Only when <see cref="HasDrained"/>.</summary>
    int Send(ReadOnlySpan<byte> bytes);

    /// <summary>Hands over all of it, as the connection drains; the bytes must stay as they are. Only when <see cref="HasDrained"/>.</summary>
    void SendRest(ReadOnlyMemory<byte> bytes);

    /// <summary>Whether everything handed over has left, so that more may be.</summary>
    bool HasDrained();

    /// <summary>Calls back, once, on any thread, when the connection has drained or is gone. Only while it has not.</summary>
    void WhenDrained(Action action);

    /// <summary>Cuts the connection.</summary>
    void Abort();
}

/// <summary>Where this system can send to many connections at once, which costs less than to one after the other.</summary>
public interface ISendBatches
{
    /// <summary>A batch for the calling thread, which alone may use it; null where there is no such way.</summary>
    ISendBatch? Open();
}

/// <summary>Sends that are made together: each to another connection, and none waits.</summary>
public interface ISendBatch : IDisposable
{
    /// <summary>How many sends it takes.</summary>
    int Capacity { get; }

    /// <summary>
    /// Adds what <see cref="IStreamOutput.Send"/> would do; false for a connection that can't be sent to this way. Only when
    /// <see cref="IStreamOutput.HasDrained"/>, and while there is room.
    /// </summary>
    bool TryAdd(IStreamOutput output, ReadOnlyMemory<byte> bytes);

    /// <summary>Makes all sends that were added, and is empty again; for each, in their order, how many bytes were handed over. Good until the next is added.</summary>
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
    /// The answer to a read of the event. Everything such an answer shows changes only with an entry of the feed, so that it stays good,
    /// and is kept, until the feed grows.
    /// </summary>
    /// <param name="question">Names the answer.</param>
    /// <param name="build">Makes it; runs once per question and sequence, however many ask, and must not depend on who does.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the building, which others may wait for.</param>
    Task<CachedRead> ReadAsync(string question, Func<Task<Answer>> build, CancellationToken cancellationToken);

    /// <summary>What is made of the whole feed for all its readers, one of each type: made once per sequence, and kept until the feed grows.</summary>
    Task<Shared<T>> ShareAsync<T>(Func<Task<T>> build, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Entries after a cursor, or the snapshot where there is no cursor or it can't be served.</summary>
    Task<FeedPage> PageAsync(string? after, ReaderFilter filter, int limit, CancellationToken cancellationToken);

    /// <summary>Ends when the feed has grown beyond a sequence.</summary>
    Task GrownBeyond(long sequence, CancellationToken cancellationToken);
}

/// <summary>The answer to a read.</summary>
/// <param name="Json">Null where there is no such thing.</param>
/// <param name="ETag">The thing's own version, quoted; null where the feed's position serves.</param>
public readonly record struct Answer(byte[]? Json, string? ETag = null);

/// <summary>An answer, and the position of the feed at which it was made.</summary>
public readonly record struct CachedRead(Answer Answer, FeedCursor Cursor);

/// <summary>What all readers of a feed share, and the position of the feed at which it was made.</summary>
public readonly record struct Shared<T>(T Value, FeedCursor Cursor);

/// <summary>A part of a feed.</summary>
/// <param name="Cursor">From where to go on.</param>
/// <param name="Reset">Why this is a snapshot although a cursor was given; null otherwise.</param>
/// <param name="More">Whether there is more after the cursor already.</param>
/// <param name="Entries">A JSON array.</param>
public readonly record struct FeedPage(FeedCursor Cursor, ResetReason? Reset, bool More, ReadOnlyMemory<byte> Entries);

/// <summary>What a stream is to bring, and to whom.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Filter">What the reader wants of it.</param>
/// <param name="Identity">Who reads.</param>
/// <param name="LastEventId">The cursor after which to go on; null for a snapshot first.</param>
/// <param name="EndsAt">When the right to read ends; null for never.</param>
public sealed record StreamRequest(IEventFeed Feed, ReaderFilter Filter, ReaderIdentity Identity, string? LastEventId, DateTimeOffset? EndsAt);

/// <summary>Bounds how many streams are open at once.</summary>
public interface IStreamLimits
{
    /// <summary>Whether a stream may have its connection to itself where it can.</summary>
    bool Direct { get; }

    /// <summary>A place for one stream, given back by disposing it; null where there is none, with the limit that was met.</summary>
    IDisposable? TryTake(string? userId, string address, string eventId, out string? limit);
}
