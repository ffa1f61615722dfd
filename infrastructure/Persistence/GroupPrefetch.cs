using LiveFeed.Infrastructure.Persistence.Engines;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Locks the rows that a group of commands is about, and reads what their handlers will look up: one query per table for the whole group.
/// Each command by itself would take six.
/// </summary>
internal static class GroupPrefetch
{
    public static async Task<IdentityMap> LoadAsync(LiveFeedContext db, DatabaseEngine engine, IReadOnlyList<ICommand> commands)
    {
        var lookups = new IdentityMap();
        await LockAsync(db, engine, commands, lookups);
        // A command that has a transaction of its own reads what it needs by itself.
        var group = commands.OfType<IGroupCommit>().ToList();
        if (group.Count == 0)
            return lookups;

        var eventIds = group.Select(command => command.EventId).Distinct().ToArray();
        var userIds = group.Select(command => command.Actor.UserId).Distinct().ToArray();
        var matchIds = group.Select(command => command.MatchId).Distinct().ToArray();
        var keys = group.Select(command => command.IdempotencyKey).OfType<string>().Distinct().ToArray();
        lookups.PutAll(eventIds.Cast<object>(), await ListAsync(db.Compiled.EventsOf(db, eventIds)), row => row.Id);
        lookups.PutAll(
            group.Select(command => (object)(command.EventId, command.Actor.UserId)), await ListAsync(db.Compiled.MembersOf(db, eventIds, userIds)), row => (row.EventId, row.UserId));
        var byMatch = group.ConvertAll(command => (object)(command.EventId, command.MatchId));
        lookups.PutAll(byMatch, await ListAsync(db.Compiled.MatchesOf(db, eventIds, matchIds)), row => (row.EventId, row.Id));
        lookups.PutAll(byMatch, await ListAsync(db.Compiled.ClaimsOf(db, eventIds, matchIds)), row => (row.EventId, row.MatchId));
        lookups.PutAll(byMatch, await ListAsync(db.Compiled.ScoresOf(db, eventIds, matchIds)), row => (row.EventId, row.MatchId));
        if (keys.Length > 0)
        {
            lookups.PutAll(
                group.Where(command => command.IdempotencyKey is not null).Select(command => (object)(command.Actor.UserId, command.IdempotencyKey!)),
                await ListAsync(db.Compiled.IdempotencyOf(db, userIds, keys)), row => (row.UserId, row.Key));
        }

        return lookups;
    }

    /// <summary>Locks before anything else is read, so that the data which the locks protect stays as it is read.</summary>
    private static async Task LockAsync(LiveFeedContext db, DatabaseEngine engine, IReadOnlyList<ICommand> commands, IdentityMap lookups)
    {
        var wide = commands.OfType<IWideCommand>().ToList();
        var topics = commands.OfType<IEventCommand>().Select(command => command.EventId).Concat(wide.SelectMany(command => command.EventIds)).Select(Topics.ForEvent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (topics.Length > 0)
            lookups.PutAll(topics, await ListAsync(engine.LockHeads(db, topics)), head => head.Topic);
        var userIds = commands.OfType<IUserCommand>().Select(command => command.UserId).Concat(wide.SelectMany(command => command.UserIds)).Distinct().OrderBy(id => id.Value, StringComparer.Ordinal).ToArray();
        if (userIds.Length > 0)
            lookups.PutAll(userIds.Cast<object>(), await ListAsync(engine.LockUsers(db, userIds)), user => user.Id);
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
            list.Add(row);
        return list;
    }
}
