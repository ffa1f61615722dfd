namespace LiveFeed.Domain.Accounts;

public interface IUserStore
{
    Task<User?> FindAsync(UserId userId);

    Task<User?> FindByEmailAsync(string email);

    void Add(User user);
}
