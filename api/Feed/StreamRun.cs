using LiveFeed.Infrastructure.Streaming.Transports;

namespace LiveFeed.Api.Feed;

/// <summary>Sends a stream that has been opened, until it ends.</summary>
/// <param name="output">The connection, which the stream has to itself from now on.</param>
/// <param name="clientGone">Cancelled when the client goes away.</param>
internal delegate Task StreamRun(IStreamOutput output, CancellationToken clientGone);
