using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Teams;

internal sealed class MessageStore(DbSession session) : IMessageStore
{
    public Task<Message?> FindAsync(EventId eventId, int teamId, string id) => session.FindAsync(
        (eventId, id), db => db.Messages.SingleOrDefaultAsync(message => message.EventId == eventId && message.TeamId == teamId && message.Id == id));

    public async Task<IReadOnlyList<Message>> ListWrittenByAsync(EventId eventId, UserId authorId, int limit) =>
        await session.Db.Messages.Where(message => message.EventId == eventId && message.AuthorId == authorId && message.DeletedAt == null)
            .OrderBy(message => message.PostedAt).ThenBy(message => message.Id).Take(limit).ToListAsync();

    public async Task<IReadOnlyList<Message>> ListBeforeAsync(EventId eventId, DateTimeOffset before, int limit) =>
        await session.Db.Messages.Where(message => message.EventId == eventId && message.PostedAt < before)
            .OrderBy(message => message.PostedAt).ThenBy(message => message.Id).Take(limit).ToListAsync();

    public void Remove(Message message) => session.Remove((message.EventId, message.Id), message);

    public void Add(Message message) => session.Add((message.EventId, message.Id), message);
}
