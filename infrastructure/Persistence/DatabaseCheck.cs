using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Reports whether the database responds. While it doesn't, streams and reads of what is in memory go on.</summary>
internal sealed class DatabaseCheck(ILiveFeedContextFactory contexts) : IHealthCheck
{
    /// <summary>After which time it counts as not responding.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

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
            return HealthCheckResult.Degraded("The database does not respond. What is in memory is still read and streamed.", exception);
        }
    }
}
