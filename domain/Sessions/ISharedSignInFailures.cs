namespace LiveFeed.Domain.Sessions;

/// <summary>Counts wrong passwords for all instances.</summary>
public interface ISharedSignInFailures
{
    /// <summary>Returns how many there were for an account since the last success; null if they are out of reach.</summary>
    ValueTask<int?> CountAsync(string account);

    Task AddAsync(string account);

    Task RemoveAsync(string account);
}
