using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>Reads which sessions were ended: all of them before the first request, then those that other instances end, as often as feeds are compared.</summary>
internal sealed class EndedSessionsReader(
    IServiceScopeFactory scopes, ILiveFeedContextFactory contexts, EndedSessions ended, IOptions<FeedOptions> options, TimeProvider time,
    ILogger<EndedSessionsReader> logger)
    // By the real time, as feeds are compared: what other instances do takes its own.
    : PeriodicBackgroundService(scopes, TimeProvider.System, options.Value.TailCheck, logger)
{
    // A session may be committed after one that was ended later, and the clocks of two instances differ.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private DateTimeOffset latest;

    public override Task StartAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    protected override Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (now, since) = (time.GetUtcNow(), latest > DateTimeOffset.MinValue + Overlap ? latest - Overlap : latest);
        ended.RemoveExpired(now);
        await using var db = contexts.Create();
        var sessions = await db.EndedSessions.AsNoTracking()
            .Where(session => session.EndedAt >= since && session.ExpiresAt > now).ToListAsync(cancellationToken);
        foreach (var session in sessions)
        {
            ended.Add(session);
            latest = session.EndedAt > latest ? session.EndedAt : latest;
        }
    }
}
