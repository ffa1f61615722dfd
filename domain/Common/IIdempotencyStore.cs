namespace LiveFeed.Domain;

public interface IIdempotencyStore
{
    Task<IdempotencyRecord?> FindAsync(UserId userId, string key);

    /// <summary>Stores a record. It replaces an expired one if there is one.</summary>
    Task PutAsync(IdempotencyRecord? expired, IdempotencyRecord record);
}
