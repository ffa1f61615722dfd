using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

internal sealed class IdempotencyStore(DbSession session, IOptions<DatabaseOptions> options) : IIdempotencyStore
{
    // In characters. Responses to single writes are far smaller, so that most writes cost nothing here.
    private const int Large = 4_096;

    // Others' writes wait meanwhile.
    private const int AtOnce = 500;

    public Task<IdempotencyRecord?> FindAsync(UserId userId, string key) =>
        session.FindAsync((userId, key), db => db.Compiled.Idempotency(db, userId, key));

    public async Task PutAsync(IdempotencyRecord? expired, IdempotencyRecord record)
    {
        if (record.AnswerJson.Length > Large)
            await MakeRoomAsync(record);
        if (expired is null)
            session.Append((record.UserId, record.Key), record);
        else
            (expired.RequestHash, expired.AnswerJson, expired.ExpiresAt) = (record.RequestHash, record.AnswerJson, record.ExpiresAt);
    }

    public Task<int> RemoveAsync(UserId userId, DateTimeOffset expireBefore) =>
        session.Db.IdempotencyRecords.Where(row => row.UserId == userId && row.ExpiresAt < expireBefore).OrderBy(row => row.Key).Take(AtOnce).ExecuteDeleteAsync();

    /// <summary>Removes the user's oldest large responses, so that the newest fit into what one user may have stored.</summary>
    private async Task MakeRoomAsync(IdempotencyRecord record)
    {
        var rows = session.Db.Set<IdempotencyRecord>().Where(row => row.UserId == record.UserId);
        var large = await rows.Where(row => row.AnswerJson.Length > Large && row.Key != record.Key)
            .OrderByDescending(row => row.ExpiresAt).Select(row => new { row.Key, row.AnswerJson.Length }).ToListAsync();
        long total = record.AnswerJson.Length;
        var removed = large.Where(row => (total += row.Length) > options.Value.MaxStoredResponses).Select(row => row.Key).ToList();
        if (removed.Count > 0)
            await rows.Where(row => removed.Contains(row.Key)).ExecuteDeleteAsync();
    }
}
