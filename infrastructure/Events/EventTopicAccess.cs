using System.Collections.Frozen;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Events;

/// <summary>Who may read the topics that are events.</summary>
internal sealed class EventTopicAccess(ILiveFeedContextFactory contexts) : ITopicAccess
{
    public async Task<FeedAccess?> ReadAsync(string topic, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var eventId = Topics.GetEventId(topic);
        // The version first: if access changes in between, the version is older than the rest, and access is read again.
        var head = await db.FeedHeads.AsNoTracking()
            .Where(row => row.Topic == topic).Select(row => new { row.AccessVersion, row.Sequence }).SingleOrDefaultAsync(cancellationToken);
        var found = await db.Events.AsNoTracking()
            .Where(row => row.Id == eventId).Select(row => new { row.Visibility, row.Archived }).SingleOrDefaultAsync(cancellationToken);
        if (head is null || found is null)
            return null;
        var members = await db.Members.AsNoTracking()
            .Where(row => row.EventId == eventId).Select(row => new { row.UserId, row.Role }).ToListAsync(cancellationToken);
        return new EventAccess(
            eventId, head.AccessVersion, head.Sequence, found.Visibility, found.Archived,
            members.ToFrozenDictionary(member => member.UserId, member => member.Role));
    }
}
