
namespace LiveFeed.Domain.Accounts;

public interface IUserStore
{
    Task<User?> FindAsync(string userId, CancellationToken cancellationToken);

    Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    void Add(User user);
}
