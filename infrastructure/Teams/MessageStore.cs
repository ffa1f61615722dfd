using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Teams;

internal sealed class MessageStore(DbSession session) : IMessageStore
{
    public Task<Message?> FindAsync(EventId eventId, int teamId, string id) => session.FindAsync(
        (eventId, id), db => db.Messages.SingleOrDefaultAsync(message => message.EventId == eventId && message.TeamId == teamId && message.Id == id));

    public void Add(Message message) => session.Add((message.EventId, message.Id), message);
}
