using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

internal sealed class LiveFeedContextFactory<T>(IDbContextFactory<T> factory) : ILiveFeedContextFactory
    where T : LiveFeedContext
{
    public LiveFeedContext Create() => factory.CreateDbContext();
}
