using System.Collections.Frozen;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Teams;

/// <summary>Who may read the topics that are teams' rooms. A room may have no feed yet.</summary>
internal sealed class TeamTopicAccess(ILiveFeedContextFactory contexts) : ITopicAccess
{
    // Before the first version of a feed: what was read before it began is read again then.
    private const long Unopened = -1;

    public async Task<FeedAccess?> ReadAsync(string topic, CancellationToken cancellationToken)
    {
        var name = Topics.Get(topic);
        var (eventId, teamId) = (name.EventId!.Value, name.TeamId!.Value);
        await using var db = contexts.Create();
        // The version first: if access changes in between, the version is older than the rest, and access is read again.
        var head = await db.FeedHeads.AsNoTracking()
            .Where(row => row.Topic == topic).Select(row => new { row.AccessVersion, row.Sequence }).SingleOrDefaultAsync(cancellationToken);
        var found = await db.Teams.AsNoTracking().Where(team => team.EventId == eventId && team.Id == teamId)
            .Join(db.Events, team => team.EventId, row => row.Id, (_, row) => new { row.Archived }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var organizers = await db.Members.AsNoTracking()
            .Where(member => member.EventId == eventId && member.Role == EventRole.Organizer).Select(member => member.UserId).ToListAsync(cancellationToken);
        var members = await TeamQueries.RolesAsync(db, eventId, teamId, cancellationToken);
        return new TeamAccess(head?.AccessVersion ?? Unopened, head?.Sequence ?? 0, found.Archived, organizers.ToFrozenSet(), members.ToFrozenDictionary());
    }
}
