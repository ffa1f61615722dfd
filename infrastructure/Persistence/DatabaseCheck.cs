using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Reports whether the database responds.</summary>
internal sealed class DatabaseCheck(ILiveFeedContextFactory contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = contexts.Create();
            await db.FeedHeads.AnyAsync(head => head.Sequence < 0, cancellationToken);
            return HealthCheckResult.Healthy("ok");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not respond.", exception);
        }
    }
}
