namespace LiveFeed.Infrastructure.Persistence;

internal sealed class IdempotencyStore(DbSession session) : IIdempotencyStore
{
    public async Task<IdempotencyRecord?> FindAsync(string userId, string key, CancellationToken cancellationToken) =>
        await session.Db.IdempotencyRecords.FindAsync([userId, key], cancellationToken);

    public void Put(IdempotencyRecord? expired, IdempotencyRecord record)
    {
        if (expired is null)
            session.Db.IdempotencyRecords.Add(record);
        else
            (expired.RequestHash, expired.AnswerJson, expired.ExpiresAt) = (record.RequestHash, record.AnswerJson, record.ExpiresAt);
    }
}
