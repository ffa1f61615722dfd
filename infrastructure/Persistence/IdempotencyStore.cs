namespace LiveFeed.Infrastructure.Persistence;

internal sealed class IdempotencyStore(DbSession session) : IIdempotencyStore
{
    public Task<IdempotencyRecord?> FindAsync(UserId userId, string key) =>
        session.FindAsync((userId, key), db => db.Compiled.Idempotency(db, userId, key));

    public void Put(IdempotencyRecord? expired, IdempotencyRecord record)
    {
        if (expired is null)
            session.Append((record.UserId, record.Key), record);
        else
            (expired.RequestHash, expired.AnswerJson, expired.ExpiresAt) = (record.RequestHash, record.AnswerJson, record.ExpiresAt);
    }
}
