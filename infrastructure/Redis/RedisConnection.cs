using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>
/// The connection to Redis. It is made in the background and renewed by itself; whoever uses it must go on without. To connect to a server that
/// accepts but doesn't respond takes seconds, so nobody waits for it.
/// </summary>
internal sealed partial class RedisConnection : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConfigurationOptions configuration;
    private readonly ILogger<RedisConnection> logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task<IConnectionMultiplexer> connecting;

    public RedisConnection(IOptions<RedisOptions> options, ILogger<RedisConnection> logger)
    {
        this.logger = logger;
        configuration = ConfigurationOptions.Parse(options.Value.ConnectionString!);
        var timeout = (int)options.Value.Timeout.TotalMilliseconds;
        configuration.AbortOnConnectFail = false;
        (configuration.AsyncTimeout, configuration.SyncTimeout) = (timeout, timeout);
        configuration.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        // What can't be sent now is of no use later.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ClientName ??= "livefeed";
        connecting = Task.Run(() => ConnectAsync(stopping.Token));
    }

    /// <summary>The connection if it works now; otherwise null.</summary>
    public IConnectionMultiplexer? Connected => connecting.IsCompletedSuccessfully && connecting.Result is { IsConnected: true } connection ? connection : null;

    /// <summary>Completes with the first attempt to connect, whether it has worked or goes on in the background.</summary>
    public Task<IConnectionMultiplexer> Connecting => connecting;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        // One that was never made is not waited for.
        if (connecting.IsCompletedSuccessfully)
            await (await connecting).DisposeAsync();
        stopping.Dispose();
    }

    private async Task<IConnectionMultiplexer> ConnectAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await ConnectionMultiplexer.ConnectAsync(configuration);
            }
            catch (RedisException exception)
            {
                // A name that can't be resolved, say.
                Log.NotConnected(logger, exception);
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.RedisNotConnected, Level = LogLevel.Warning, Message = "Redis can't be connected to (LiveFeed:Redis:ConnectionString); trying again.")]
        public static partial void NotConnected(ILogger logger, Exception exception);
    }
}
