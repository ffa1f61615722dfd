using System.Runtime.InteropServices;

namespace LiveFeed.Infrastructure.Streaming.Transports;

/// <summary>Sends to many sockets at once, which costs less than one after another. Belongs to the thread that made it.</summary>
internal interface ISendBatch : IDisposable
{
    /// <summary>The result of a send that the batch could not make; it has sent nothing.</summary>
    const int NotSent = -1;

    /// <summary>How many sends a batch has room for.</summary>
    int Capacity { get; }

    /// <summary>
    /// Adds a send to a socket. Returns false if this can't be sent in a batch. Must only be called while there is room, for a socket that has no send
    /// under way.
    /// </summary>
    bool TryAdd(SafeHandle socket, ReadOnlyMemory<byte> bytes);

    /// <summary>
    /// Makes all added sends without waiting, and empties the batch. Returns for each, in their order, how many bytes the system accepted, or
    /// <see cref="NotSent"/>. Valid until the next send is added.
    /// </summary>
    ReadOnlySpan<int> Send();
}

/// <summary>Makes send batches if the system has a way to send to many sockets at once.</summary>
internal interface ISendBatchFactory
{
    /// <summary>Returns a batch for the calling thread; null if the system has none.</summary>
    ISendBatch? TryCreate();
}
