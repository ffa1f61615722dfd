namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Creates contexts of the configured provider.</summary>
internal interface ILiveFeedContextFactory
{
    LiveFeedContext Create();
}
