using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The queries of the write path, each compiled once: FindAsync costs half as much again per score. Compiled queries belong to one model,
/// so every type of context has its own.
/// </summary>
internal sealed class CompiledQueries
{
    private static readonly ConcurrentDictionary<Type, CompiledQueries> OfContexts = new();

    public static CompiledQueries For(Type context) => OfContexts.GetOrAdd(context, _ => new CompiledQueries());

    public Func<LiveFeedContext, string, Task<LiveEvent?>> Event { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string id) => db.Events.SingleOrDefault(row => row.Id == id));

    public Func<LiveFeedContext, string, int, Task<Match?>> Match { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string eventId, int id) => db.Matches.SingleOrDefault(row => row.EventId == eventId && row.Id == id));

    public Func<LiveFeedContext, string, int, Task<Claim?>> Claim { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string eventId, int matchId) => db.Claims.SingleOrDefault(row => row.EventId == eventId && row.MatchId == matchId));

    public Func<LiveFeedContext, string, int, Task<Score?>> Score { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string eventId, int matchId) => db.Scores.SingleOrDefault(row => row.EventId == eventId && row.MatchId == matchId));

    public Func<LiveFeedContext, string, string, Task<Member?>> Member { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string eventId, string userId) => db.Members.SingleOrDefault(row => row.EventId == eventId && row.UserId == userId));

    public Func<LiveFeedContext, string, Task<User?>> User { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string id) => db.Users.SingleOrDefault(row => row.Id == id));

    public Func<LiveFeedContext, string, string, Task<IdempotencyRecord?>> Idempotency { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string userId, string key) => db.IdempotencyRecords.SingleOrDefault(row => row.UserId == userId && row.Key == key));

    public Func<LiveFeedContext, string, Task<RefreshToken?>> RefreshToken { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string hash) => db.RefreshTokens.SingleOrDefault(row => row.Hash == hash));

    public Func<LiveFeedContext, string, Task<StreamTicket?>> StreamTicket { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string hash) => db.StreamTickets.SingleOrDefault(row => row.Hash == hash));

    // Not tracked: a command of a group changes the claim and the score, and nothing else.
    public Func<LiveFeedContext, string[], IAsyncEnumerable<LiveEvent>> EventsOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string[] ids) => db.Events.AsNoTracking().Where(row => ids.Contains(row.Id)));

    public Func<LiveFeedContext, string[], string[], IAsyncEnumerable<Member>> MembersOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string[] eventIds, string[] userIds) => db.Members.AsNoTracking().Where(row => eventIds.Contains(row.EventId) && userIds.Contains(row.UserId)));

    public Func<LiveFeedContext, string[], int[], IAsyncEnumerable<Match>> MatchesOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string[] eventIds, int[] ids) => db.Matches.AsNoTracking().Where(row => eventIds.Contains(row.EventId) && ids.Contains(row.Id)));

    public Func<LiveFeedContext, string[], int[], IAsyncEnumerable<Claim>> ClaimsOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string[] eventIds, int[] ids) => db.Claims.Where(row => eventIds.Contains(row.EventId) && ids.Contains(row.MatchId)));

    public Func<LiveFeedContext, string[], int[], IAsyncEnumerable<Score>> ScoresOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string[] eventIds, int[] ids) => db.Scores.Where(row => eventIds.Contains(row.EventId) && ids.Contains(row.MatchId)));

    public Func<LiveFeedContext, string[], string[], IAsyncEnumerable<IdempotencyRecord>> IdempotencyOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string[] userIds, string[] keys) => db.IdempotencyRecords.Where(row => userIds.Contains(row.UserId) && keys.Contains(row.Key)));
}
