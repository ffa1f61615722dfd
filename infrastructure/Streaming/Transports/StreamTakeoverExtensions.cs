using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LiveFeed.Infrastructure.Streaming.Transports;

/// <summary>Prepares a web server for streams.</summary>
public static class StreamTakeoverExtensions
{
    /// <summary>Lets streams on this endpoint take their sockets over.</summary>
    public static ListenOptions UseStreamTakeover(this ListenOptions endpoint)
    {
        endpoint.Use(http => connection => StreamTakeover.ServeAsync(connection, http));
        return endpoint;
    }
}
