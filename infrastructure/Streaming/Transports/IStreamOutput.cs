using System.Runtime.InteropServices;

namespace LiveFeed.Infrastructure.Streaming.Transports;

/// <summary>A connection that a stream's bytes are written to. Nothing here waits. Used by one thread at a time: the subscriber's pump.</summary>
public interface IStreamOutput
{
    /// <summary>Whether bytes must be framed as chunks of HTTP/1.1 (RFC 9112, section 7.1), the last one included.</summary>
    bool IsChunked { get; }

    /// <summary>Whether the connection can't be written to any more.</summary>
    bool IsGone { get; }

    /// <summary>The handle of the socket, for a send of many at once, which must hold a reference to it; null if bytes must be written by <see cref="Send"/>.</summary>
    SafeHandle? SocketHandle { get; }

    /// <summary>Bytes acknowledged by the client (TCP_INFO), or null if unknown. Tells a slow reader from a stalled one.</summary>
    long? BytesAcknowledged { get; }

    /// <summary>Writes what can be written without waiting. Returns how many bytes that was. Only while <see cref="IsWritable"/>.</summary>
    int Send(ReadOnlySpan<byte> bytes);

    /// <summary>Writes all of it as the connection becomes writable; the bytes must stay as they are. Only while <see cref="IsWritable"/>.</summary>
    void SendRemainder(ReadOnlyMemory<byte> bytes);

    /// <summary>Returns whether everything handed over has left, so that more can be written.</summary>
    bool IsWritable();

    /// <summary>Calls back once, on any thread, when the connection becomes writable or is gone. Only while it is not writable.</summary>
    void OnWritable(Action action);

    /// <summary>Cuts the connection.</summary>
    void Abort();
}
