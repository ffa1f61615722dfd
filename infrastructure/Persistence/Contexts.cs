using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Creates contexts of the configured provider.</summary>
internal interface IContexts
{
    LiveFeedContext Create();
}

internal sealed class Contexts<T>(IDbContextFactory<T> factory) : IContexts
    where T : LiveFeedContext
{
    public LiveFeedContext Create() => factory.CreateDbContext();
}
