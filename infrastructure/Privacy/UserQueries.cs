using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Privacy;

/// <summary>Queries of where something of a user is stored. Some read whole tables: accounts are erased rarely.</summary>
internal static class UserQueries
{
    /// <summary>Returns the events with something of a user that doesn't stay when the account is erased.</summary>
    public static async Task<IReadOnlyList<EventId>> EventsAsync(LiveFeedContext db, UserId userId, CancellationToken cancellationToken)
    {
        var events = await db.Members.Where(row => row.UserId == userId).Select(row => row.EventId)
            .Union(db.TeamMembers.Where(row => row.UserId == userId).Select(row => row.EventId))
            .Union(db.Claims.Where(row => row.HolderId == userId).Select(row => row.EventId))
            .Union(db.ScorerLinks.Where(row => row.CreatorId == userId).Select(row => row.EventId))
            .Union(db.Announcements.Where(row => row.AuthorId == userId && row.AuthorName != User.ErasedName).Select(row => row.EventId))
            .Union(db.Players.Where(row => row.UserId == userId).Select(row => row.EventId))
            .Union(db.Messages.Where(row => row.AuthorId == userId && row.DeletedAt == null).Select(row => row.EventId))
            .ToListAsync(cancellationToken);
        return [.. events.Union(await OfficiatedAsync(db, userId, cancellationToken))];
    }

    /// <summary>Returns the events that name a user among the officials of a match.</summary>
    public static async Task<IReadOnlyList<EventId>> OfficiatedAsync(LiveFeedContext db, UserId userId, CancellationToken cancellationToken)
    {
        var pattern = $"%{userId}%";
        // The column is JSON, in which EF Core can't search.
        var found = await db.Database.SqlQuery<string>($"SELECT DISTINCT event_id AS \"Value\" FROM matches WHERE officials LIKE {pattern}").ToListAsync(cancellationToken);
        return found.ConvertAll(EventId.From);
    }
}
