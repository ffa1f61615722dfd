using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed.Replicas;

/// <summary>Creates contexts over the replica. They only read, and make one attempt.</summary>
internal sealed class ReplicaContexts(DatabaseEngine engine, IServiceProvider services, IOptions<DatabaseOptions> options)
{
    private readonly ILiveFeedContextFactory factory = engine.CreateReplicaContexts(services, options.Value);

    public LiveFeedContext Create() => factory.Create();
}
