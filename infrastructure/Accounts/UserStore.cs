using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Accounts;

internal sealed class UserStore(DbSession session) : IUserStore
{
    public async Task<User?> FindAsync(UserId userId) =>
        await session.FindAsync(userId, db => db.Compiled.User(db, userId)) is { IsErased: false } user ? user : null;

    public Task<User?> FindByEmailAsync(string email) =>
        session.Db.Users.SingleOrDefaultAsync(user => user.Email == email);

    public void Add(User user) => session.Add(user.Id, user);
}
