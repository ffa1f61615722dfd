using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Claims;

/// <summary>Ends expired claims and publishes that to their feeds.</summary>
internal sealed class ClaimSweep(
    IServiceScopeFactory scopes, ILiveFeedContextFactory contexts, TimeProvider time, IOptions<ClaimOptions> options, ILogger<ClaimSweep> logger)
    : PeriodicBackgroundService(scopes, time, options.Value.Sweep, logger)
{
    private readonly TimeProvider time = time;

    protected override async Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // Read first: most of the time no claim has expired, and a write would occupy the only writer.
        await using var db = contexts.Create();
        var now = time.Now();
        var events = await db.Claims.Where(claim => claim.ExpiresAt <= now).Select(claim => claim.EventId).Distinct().Order().ToListAsync(cancellationToken);
        foreach (var eventId in events)
            await SendUntilDoneAsync(services, new ExpireClaims(eventId), expired => expired.Count, cancellationToken);
    }
}
