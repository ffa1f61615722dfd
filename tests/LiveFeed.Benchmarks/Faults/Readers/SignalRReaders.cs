using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace LiveFeed.Benchmarks.Faults.Readers;

/// <summary>Readers with SignalR's own client, over WebSocket, which reconnects by itself as its documentation shows.</summary>
internal sealed class SignalRReaders : IAsyncDisposable
{
    private readonly List<HubConnection> connections = [];

    public static async Task<SignalRReaders> ConnectAsync(Uri hub, IReadOnlyList<Receipts> readers, CancellationToken cancellationToken)
    {
        var all = new SignalRReaders();
        foreach (var receipts in readers)
        {
            // Without negotiation, two servers need no sticky sessions.
            var connection = new HubConnectionBuilder()
                .WithUrl(hub, options => (options.SkipNegotiation, options.Transports) = (true, HttpTransportType.WebSockets))
                .WithAutomaticReconnect()
                .Build();
            connection.On<JsonElement>("message", message => receipts.Add(message.GetRawText()));
            all.connections.Add(connection);
            await connection.StartAsync(cancellationToken);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
            await connection.DisposeAsync();
    }
}
