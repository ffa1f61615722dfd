namespace LiveFeed.Domain.Accounts;

public interface IUserStore
{
    /// <summary>Returns a user; null if there is none, or the account was erased.</summary>
    Task<User?> FindAsync(UserId userId);

    Task<User?> FindByEmailAsync(string email);

    void Add(User user);
}
