using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>Removes expired tokens, tickets and idempotency records, and what a user has too many of.</summary>
internal sealed class ExpiredTokenCleanup(IServiceScopeFactory scopes, TimeProvider time, ILogger<ExpiredTokenCleanup> logger)
    : PeriodicBackgroundService(scopes, time, TimeSpan.FromMinutes(10), logger)
{
    protected override async Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await SendUntilDoneAsync(services, new RemoveExpired(), removed => removed.Count, cancellationToken);
        foreach (var surplus in await services.GetRequiredService<SurplusResponses>().FindAsync(cancellationToken))
            await SendUntilDoneAsync(services, surplus, removed => removed.Count, cancellationToken);
    }
}
