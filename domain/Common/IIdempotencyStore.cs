namespace LiveFeed.Domain;

public interface IIdempotencyStore
{
    Task<IdempotencyRecord?> FindAsync(UserId userId, string key);

    /// <summary>Stores a record. It replaces an expired one if there is one.</summary>
    Task PutAsync(IdempotencyRecord? expired, IdempotencyRecord record);

    /// <summary>Removes the oldest records of one user who has more than a user may have. Returns how many; 0 if there is no such user.</summary>
    Task<int> RemoveSurplusAsync();
}
