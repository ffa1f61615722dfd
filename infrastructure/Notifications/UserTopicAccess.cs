using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Notifications;

/// <summary>Who may read the topics that are users' own.</summary>
internal sealed class UserTopicAccess(ILiveFeedContextFactory contexts) : ITopicAccess
{
    public async Task<FeedAccess?> ReadAsync(string topic, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.FeedHeads.AsNoTracking()
            .Where(row => row.Topic == topic).Select(row => new { row.AccessVersion, row.Sequence }).SingleOrDefaultAsync(cancellationToken) is { } head
            ? new UserAccess(Topics.Get(topic).UserId!.Value, head.AccessVersion, head.Sequence)
            : null;
    }
}
