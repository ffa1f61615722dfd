using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Incidents;

/// <summary>
/// Takes the incidents of matches that have been over for a while out of the events' states. Every instance does: the one that comes second finds nothing to do.
/// </summary>
internal sealed class MatchSweep(
    IServiceScopeFactory scopes, ILiveFeedContextFactory contexts, IncidentPolicy policy, TimeProvider time, IOptions<IncidentOptions> options, ILogger<MatchSweep> logger)
    : PeriodicBackgroundService(scopes, time, options.Value.Sweep, logger)
{
    private readonly TimeProvider time = time;

    protected override async Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // Read first: most of the time no match has ended, and a write would occupy the only writer.
        await using var db = contexts.Create();
        var events = await LiveMatchQueries.Over(db, time.Now() - policy.LiveAfterEnd).Select(live => live.EventId).Distinct().Order().ToListAsync(cancellationToken);
        foreach (var eventId in events)
            await SendUntilDoneAsync(services, new CloseMatches(eventId), closed => closed.Count, cancellationToken);
    }
}
