using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Creates contexts of the configured provider.</summary>
internal interface ILiveFeedContextFactory
{
    LiveFeedContext Create();
}

internal sealed class LiveFeedContextFactory<T>(IDbContextFactory<T> factory) : ILiveFeedContextFactory
    where T : LiveFeedContext
{
    public LiveFeedContext Create() => factory.CreateDbContext();
}
