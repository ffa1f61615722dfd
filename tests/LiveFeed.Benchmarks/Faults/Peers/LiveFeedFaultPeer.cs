using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using LiveFeed.Benchmarks.Faults.Readers;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.Faults.Peers;

/// <summary>LiveFeed as it is shipped, over PostgreSQL.</summary>
internal sealed class LiveFeedFaultPeer : IFaultPeer
{
    public string Name => "livefeed";

    public string About => "LiveFeed as shipped, over PostgreSQL (durable); each message is a `POST /scores`. Readers of Server-Sent Events, which resume with their last id after the server's `retry`.";

    public string? Missing() => PostgresCluster.WhyMissing;

    public async Task<IFaultPair> StartAsync(RedisChild redis, CancellationToken cancellationToken) => new Pair(await LiveFeedCluster.StartAsync(2, redis, core: null));

    public async Task<IAsyncDisposable> ReadAsync(Uri stream, IReadOnlyList<Receipts> readers, CancellationToken cancellationToken) =>
        await EventSourceReaders.ConnectAsync(stream, readers, cancellationToken);

    private sealed class Pair(LiveFeedCluster cluster) : IFaultPair
    {
        private readonly string token = cluster.Servers[0].AccessToken;

        public IReadOnlyList<FaultServer> Servers { get; } =
        [
            .. cluster.Servers.Select(server => new FaultServer(
                server.Pid, new Uri(server.Address, $"api/events/{LiveFeedPeer.Event}/stream"), new Uri(server.Address, $"api/events/{LiveFeedPeer.Event}/scores"),
                () => cluster.KillAsync(server))),
        ];

        public HttpRequestMessage Post(Uri publish, string message) => new(HttpMethod.Post, publish)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = new StringContent(
                $$"""{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","clientUpdateId":"{{message}}"}""", Encoding.UTF8, MediaTypeNames.Application.Json),
        };

        public ValueTask DisposeAsync() => cluster.DisposeAsync();
    }
}
