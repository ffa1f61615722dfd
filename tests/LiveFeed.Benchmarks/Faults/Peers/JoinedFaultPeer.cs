using System.Net.Mime;
using System.Text;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.Faults.Peers;

/// <summary>Two servers of another kind.</summary>
/// <param name="name">Its name.</param>
/// <param name="about">How the servers are set up, and which clients read.</param>
/// <param name="missing">What is missing to run it; null if nothing is.</param>
/// <param name="start">Starts one of the servers, given the port of the Redis and the processors.</param>
/// <param name="read">Connects readers.</param>
internal sealed class JoinedFaultPeer(
    string name, string about, string? missing, Func<int, string, CancellationToken, Task<RunningPeer>> start,
    Func<Uri, IReadOnlyList<Receipts>, CancellationToken, Task<IAsyncDisposable>> read) : IFaultPeer
{
    private static readonly string AllCores = $"0-{Environment.ProcessorCount - 1}";

    public string Name => name;

    public string About => about;

    public string? Missing() => missing;

    public async Task<IFaultPair> StartAsync(RedisChild redis, CancellationToken cancellationToken)
    {
        var first = await start(redis.Port, AllCores, cancellationToken);
        return new Pair(first, await start(redis.Port, AllCores, cancellationToken));
    }

    public Task<IAsyncDisposable> ReadAsync(Uri stream, IReadOnlyList<Receipts> readers, CancellationToken cancellationToken) => read(stream, readers, cancellationToken);

    private sealed class Pair : IFaultPair
    {
        private readonly List<RunningPeer> running;

        public Pair(params IEnumerable<RunningPeer> peers)
        {
            running = [.. peers];
            Servers = running.ConvertAll(peer => new FaultServer(peer.Pid, new Uri(peer.StreamUrl), new Uri(peer.PublishUrl), () => KillAsync(peer)));
        }

        public IReadOnlyList<FaultServer> Servers { get; }

        public HttpRequestMessage Post(Uri publish, string message) => new(HttpMethod.Post, publish)
        {
            Content = new StringContent($$"""{"text":"{{message}}"}""", Encoding.UTF8, MediaTypeNames.Application.Json),
        };

        public async ValueTask DisposeAsync()
        {
            foreach (var peer in running.ToList())
                await KillAsync(peer);
        }

        private async ValueTask KillAsync(RunningPeer peer)
        {
            if (running.Remove(peer))
                await peer.DisposeAsync();
        }
    }
}
