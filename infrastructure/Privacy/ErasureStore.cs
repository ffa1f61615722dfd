using LiveFeed.Domain.Privacy;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Privacy;

internal sealed class ErasureStore(DbSession session) : IErasureStore
{
    public async Task<ErasureReach> ReadReachAsync(User user)
    {
        IReadOnlyCollection<UserId> users = user.Role == GlobalRole.Admin
            ? await session.Db.Users.Where(row => row.Role == GlobalRole.Admin).Select(row => row.Id).ToListAsync()
            : [user.Id];
        return new ErasureReach(await UserQueries.EventsAsync(session.Db, user.Id, CancellationToken.None), users);
    }

    public async Task<IReadOnlyList<SoleEvent>> ListSolelyOrganizedAsync(UserId userId)
    {
        var db = session.Db;
        return await db.Members.Where(member => member.UserId == userId && member.Role == EventRole.Organizer
                && !db.Members.Any(other => other.EventId == member.EventId && other.UserId != userId && other.Role == EventRole.Organizer))
            .Join(db.Events.Where(row => !row.Archived), member => member.EventId, row => row.Id, (_, row) => new { row.Id, row.Name })
            .OrderBy(row => row.Name).ThenBy(row => row.Id)
            .Select(row => new SoleEvent(row.Id, row.Name)).ToListAsync();
    }

    public async Task RemoveOwnAsync(UserId userId)
    {
        foreach (var column in UserColumns.All)
        {
            if (column.Own is { } removeAsync)
                await removeAsync(session.Db, userId);
        }

        // Others gave the user a role: the responses to that are stored for repeats, with the name.
        foreach (var record in await session.Db.IdempotencyRecords.Where(row => row.AnswerJson.Contains(userId.Value)).ToListAsync())
            record.AnswerJson = ErasedNames.Replace(record.AnswerJson, userId) ?? record.AnswerJson;
    }

    public async Task<bool> AnonymizeAsync(EventId eventId, UserId userId)
    {
        var db = session.Db;
        await db.Announcements.Where(row => row.EventId == eventId && row.AuthorId == userId && row.AuthorName != User.ErasedName)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorName, User.ErasedName));
        if ((await UserQueries.OfficiatedAsync(db, userId, CancellationToken.None)).Contains(eventId))
        {
            foreach (var match in await db.Matches.Where(row => row.EventId == eventId && row.Officials != null).ToListAsync())
                match.EraseOfficial(userId);
        }

        return await db.Players.Where(row => row.EventId == eventId && row.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(row => row.UserId, (UserId?)null)) > 0;
    }

    public async Task<int> BlankNamesAsync(string topic, UserId userId, IReadOnlyCollection<long> sequences)
    {
        var blanked = 0;
        foreach (var row in await session.Db.FeedEntries.Where(entry => entry.Topic == topic && sequences.Contains(entry.Sequence)).ToListAsync())
        {
            if (ErasedNames.Replace(row.Payload, userId) is not { } payload)
                continue;
            row.Payload = payload;
            blanked++;
        }

        return blanked;
    }
}
