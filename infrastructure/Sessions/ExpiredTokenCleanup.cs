using LiveFeed.Infrastructure.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>Removes expired tokens, tickets and idempotency records.</summary>
internal sealed class ExpiredTokenCleanup(IServiceScopeFactory scopes, TimeProvider time, ILogger<ExpiredTokenCleanup> logger)
    : PeriodicBackgroundService(scopes, time, TimeSpan.FromMinutes(10), logger)
{
    protected override Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        SendUntilDoneAsync(services, new RemoveExpired(), removed => removed.Count, cancellationToken);
}
