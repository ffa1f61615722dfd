using LiveFeed.Infrastructure.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Removes the records of transactions whose outcome nobody looks up any more.</summary>
internal sealed class TransactionHousekeeping(IServiceScopeFactory scopes, ILiveFeedContextFactory contexts, TimeProvider time, ILogger<TransactionHousekeeping> logger)
    : PeriodicBackgroundService(scopes, time, TimeSpan.FromHours(1), logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly TimeProvider time = time;

    protected override async Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (!db.RecordsTransactions)
            return;
        var before = time.Now() - Kept;
        await db.Transactions.Where(transaction => transaction.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}
