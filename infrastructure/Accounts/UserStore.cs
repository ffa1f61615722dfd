using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Accounts;

internal sealed class UserStore(DbSession session) : IUserStore
{
    public Task<User?> FindAsync(UserId userId) =>
        session.FindAsync(userId, db => db.Compiled.User(db, userId));

    public Task<User?> FindByEmailAsync(string email) =>
        session.Db.Users.SingleOrDefaultAsync(user => user.Email == email);

    public void Add(User user) => session.Add(user.Id, user);
}
