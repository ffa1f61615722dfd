using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LiveFeed.Infrastructure.Persistence.Engines;

/// <summary>Replaces a context's own retries: what runs in it is tried once.</summary>
internal sealed class OneAttempt(DbContext db) : ExecutionStrategy(db, maxRetryCount: 0, maxRetryDelay: TimeSpan.Zero)
{
    protected override bool ShouldRetryOn(Exception exception) => false;
}
