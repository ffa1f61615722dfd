namespace LiveFeed.Domain;

public interface IIdempotencyStore
{
    Task<IdempotencyRecord?> FindAsync(UserId userId, string key);

    /// <summary>Stores a record. It replaces an expired one if there is one.</summary>
    Task PutAsync(IdempotencyRecord? expired, IdempotencyRecord record);

    /// <summary>Removes records of a user that expire before a time, a limited number at a time. Returns how many.</summary>
    Task<int> RemoveAsync(UserId userId, DateTimeOffset expireBefore);
}
