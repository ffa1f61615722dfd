using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using LiveFeed.Api.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.Hosting;

/// <summary>
/// Bounds the connections of one address, and with them what the responses that it doesn't read can hold of memory. A connection that became a
/// stream doesn't count, because streams have limits of their own. A listed proxy may have any number: it stands for many clients.
/// </summary>
internal sealed partial class ConnectionLimit(
    IOptions<HttpOptions> options, IOptions<ForwardedHeadersOptions> proxies, IMeterFactory meters, ILogger<ConnectionLimit> logger)
{
    private readonly ConcurrentDictionary<string, int> open = new();

    private readonly Counter<long> rejected = meters.Create(Telemetry.Name).CreateCounter<long>(
        "livefeed.connections.rejected", "{connection}", "Connections that were closed because their address had too many.");

    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (connection.RemoteEndPoint is not IPEndPoint { Address: var address } || IsProxy(address))
        {
            await next(connection);
            return;
        }

        var client = Requests.ClientAddress(address);
        try
        {
            if (open.AddOrUpdate(client, 1, static (_, count) => count + 1) <= options.Value.MaxConnectionsPerAddress)
                await next(connection);
            else
                Reject(connection, client);
        }
        finally
        {
            if (open.AddOrUpdate(client, 0, static (_, count) => count - 1) == 0)
                open.TryRemove(KeyValuePair.Create(client, 0));
        }
    }

    private void Reject(ConnectionContext connection, string client)
    {
        rejected.Add(1);
        Log.Rejected(logger, client, options.Value.MaxConnectionsPerAddress);
        connection.Abort(new ConnectionAbortedException("Too many connections of one address."));
    }

    private bool IsProxy(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return proxies.Value.KnownProxies.Contains(address) || proxies.Value.KnownIPNetworks.Any(network => network.Contains(address));
    }

    private static partial class Log
    {
        // At Debug: a client over the limit could fill the log with thousands of lines a second. The metric counts them.
        [LoggerMessage(EventId = LogEventIds.ConnectionRejected, Level = LogLevel.Debug, Message = "{Client} has {Max} connections already; another one was closed.")]
        public static partial void Rejected(ILogger logger, string client, int max);
    }
}

internal static class ConnectionLimitExtensions
{
    /// <summary>Applies <c>LiveFeed:Http:MaxConnectionsPerAddress</c> to this endpoint.</summary>
    public static ListenOptions LimitConnections(this ListenOptions endpoint)
    {
        var limit = endpoint.ApplicationServices.GetRequiredService<ConnectionLimit>();
        endpoint.Use(next => connection => limit.ServeAsync(connection, next));
        return endpoint;
    }
}
