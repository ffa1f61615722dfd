using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Rows by primary key, as queries that are compiled once. EF Core 6's own FindAsync compiles an expression at every call, which took
/// two thirds of the processor's time of a score post.
/// </summary>
internal static class ByKey
{
    public static readonly Func<LiveFeedContext, string, Task<LiveEvent?>> Event = EF.CompileAsyncQuery(
        (LiveFeedContext db, string id) => db.Events.SingleOrDefault(row => row.Id == id));

    public static readonly Func<LiveFeedContext, string, int, Task<Match?>> Match = EF.CompileAsyncQuery(
        (LiveFeedContext db, string eventId, int id) => db.Matches.SingleOrDefault(row => row.EventId == eventId && row.Id == id));

    public static readonly Func<LiveFeedContext, string, int, Task<Claim?>> Claim = EF.CompileAsyncQuery(
        (LiveFeedContext db, string eventId, int matchId) => db.Claims.SingleOrDefault(row => row.EventId == eventId && row.MatchId == matchId));

    public static readonly Func<LiveFeedContext, string, int, Task<Score?>> Score = EF.CompileAsyncQuery(
        (LiveFeedContext db, string eventId, int matchId) => db.Scores.SingleOrDefault(row => row.EventId == eventId && row.MatchId == matchId));

    public static readonly Func<LiveFeedContext, string, string, Task<Member?>> Member = EF.CompileAsyncQuery(
        (LiveFeedContext db, string eventId, string userId) => db.Members.SingleOrDefault(row => row.EventId == eventId && row.UserId == userId));

    public static readonly Func<LiveFeedContext, string, Task<User?>> User = EF.CompileAsyncQuery(
        (LiveFeedContext db, string id) => db.Users.SingleOrDefault(row => row.Id == id));

    public static readonly Func<LiveFeedContext, string, string, Task<IdempotencyRecord?>> Idempotency = EF.CompileAsyncQuery(
        (LiveFeedContext db, string userId, string key) => db.IdempotencyRecords.SingleOrDefault(row => row.UserId == userId && row.Key == key));

    public static readonly Func<LiveFeedContext, string, Task<RefreshToken?>> RefreshToken = EF.CompileAsyncQuery(
        (LiveFeedContext db, string hash) => db.RefreshTokens.SingleOrDefault(row => row.Hash == hash));

    public static readonly Func<LiveFeedContext, string, Task<StreamTicket?>> StreamTicket = EF.CompileAsyncQuery(
        (LiveFeedContext db, string hash) => db.StreamTickets.SingleOrDefault(row => row.Hash == hash));
}
