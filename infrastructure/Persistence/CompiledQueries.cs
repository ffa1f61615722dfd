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

    public Func<LiveFeedContext, EventId, Task<LiveEvent?>> Event { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId id) => db.Events.SingleOrDefault(row => row.Id == id));

    public Func<LiveFeedContext, EventId, MatchId, Task<Match?>> Match { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId eventId, MatchId id) => db.Matches.SingleOrDefault(row => row.EventId == eventId && row.Id == id));

    public Func<LiveFeedContext, EventId, MatchId, Task<Claim?>> Claim { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId eventId, MatchId matchId) => db.Claims.SingleOrDefault(row => row.EventId == eventId && row.MatchId == matchId));

    public Func<LiveFeedContext, EventId, MatchId, Task<Score?>> Score { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId eventId, MatchId matchId) => db.Scores.SingleOrDefault(row => row.EventId == eventId && row.MatchId == matchId));

    public Func<LiveFeedContext, EventId, UserId, Task<Member?>> Member { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId eventId, UserId userId) => db.Members.SingleOrDefault(row => row.EventId == eventId && row.UserId == userId));

    public Func<LiveFeedContext, UserId, Task<User?>> User { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, UserId id) => db.Users.SingleOrDefault(row => row.Id == id));

    public Func<LiveFeedContext, string, Task<ScorerLink?>> ScorerLink { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string id) => db.ScorerLinks.SingleOrDefault(row => row.Id == id));

    public Func<LiveFeedContext, UserId, string, Task<IdempotencyRecord?>> Idempotency { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, UserId userId, string key) => db.IdempotencyRecords.SingleOrDefault(row => row.UserId == userId && row.Key == key));

    public Func<LiveFeedContext, string, Task<RefreshToken?>> RefreshToken { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string hash) => db.RefreshTokens.SingleOrDefault(row => row.Hash == hash));

    public Func<LiveFeedContext, string, Task<StreamTicket?>> StreamTicket { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string hash) => db.StreamTickets.SingleOrDefault(row => row.Hash == hash));

    public Func<LiveFeedContext, string[], IAsyncEnumerable<FeedHead>> HeadsOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, string[] topics) => db.FeedHeads.Where(row => topics.Contains(row.Topic)));

    // Not tracked: a command of a group changes the claim and the score, and nothing else.
    public Func<LiveFeedContext, EventId[], IAsyncEnumerable<LiveEvent>> EventsOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId[] ids) => db.Events.AsNoTracking().Where(row => ids.Contains(row.Id)));

    public Func<LiveFeedContext, EventId[], UserId[], IAsyncEnumerable<Member>> MembersOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId[] eventIds, UserId[] userIds) => db.Members.AsNoTracking().Where(row => eventIds.Contains(row.EventId) && userIds.Contains(row.UserId)));

    public Func<LiveFeedContext, EventId[], MatchId[], IAsyncEnumerable<Match>> MatchesOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId[] eventIds, MatchId[] ids) => db.Matches.AsNoTracking().Where(row => eventIds.Contains(row.EventId) && ids.Contains(row.Id)));

    public Func<LiveFeedContext, EventId[], MatchId[], IAsyncEnumerable<Claim>> ClaimsOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId[] eventIds, MatchId[] ids) => db.Claims.Where(row => eventIds.Contains(row.EventId) && ids.Contains(row.MatchId)));

    public Func<LiveFeedContext, EventId[], MatchId[], IAsyncEnumerable<Score>> ScoresOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, EventId[] eventIds, MatchId[] ids) => db.Scores.Where(row => eventIds.Contains(row.EventId) && ids.Contains(row.MatchId)));

    public Func<LiveFeedContext, UserId[], string[], IAsyncEnumerable<IdempotencyRecord>> IdempotencyOf { get; } = EF.CompileAsyncQuery(
        (LiveFeedContext db, UserId[] userIds, string[] keys) => db.IdempotencyRecords.Where(row => userIds.Contains(row.UserId) && keys.Contains(row.Key)));
}
