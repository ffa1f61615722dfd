using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Accounts;

internal sealed class UserStore(DbSession session) : IUserStore
{
    public Task<User?> FindAsync(string userId, CancellationToken cancellationToken) =>
        session.FindAsync(userId, db => db.Compiled.User(db, userId));

    public Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        session.Db.Users.SingleOrDefaultAsync(user => user.Email == email, cancellationToken);

    public void Add(User user) => session.Add(user.Id, user);
}
