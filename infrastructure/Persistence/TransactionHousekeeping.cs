using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Removes the records of transactions whose outcome nobody looks up any more.</summary>
internal sealed class TransactionHousekeeping(IServiceScopeFactory scopes, ILiveFeedContextFactory contexts, IOptions<RetentionOptions> options, TimeProvider time, ILogger<TransactionHousekeeping> logger)
    : PeriodicBackgroundService(scopes, time, TimeSpan.FromHours(1), logger)
{
    private readonly TimeProvider time = time;

    protected override async Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (!db.RecordsTransactions)
            return;
        var before = time.Now() - options.Value.TransactionRecords;
        await db.Transactions.Where(transaction => transaction.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}
