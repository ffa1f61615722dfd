namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Applies the migrations that a database lacks, whatever other processes do meanwhile.</summary>
internal interface ISchemaMigrator
{
    Task MigrateAsync(LiveFeedContext db, CancellationToken cancellationToken);
}
