using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Teams;

internal sealed class MessageReads(ILiveFeedContextFactory contexts) : IMessageReads
{
    public async Task<MessageView?> FindAsync(EventId eventId, int teamId, string id, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var found = await db.Messages.AsNoTracking().Where(message => message.EventId == eventId && message.TeamId == teamId && message.Id == id && message.DeletedAt == null)
            .Join(db.Users, message => message.AuthorId, user => user.Id, (message, user) => new { Message = message, Name = user.DisplayName })
            .SingleOrDefaultAsync(cancellationToken);
        return found?.Message.ToView(found.Name);
    }

    public async Task<MessagePage> ListAsync(EventId eventId, int teamId, string? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var messages = db.Messages.AsNoTracking().Where(message => message.EventId == eventId && message.TeamId == teamId);
        if (before is not null)
        {
            // One that was deleted meanwhile still has its place.
            if (await messages.Where(message => message.Id == before).Select(message => new { message.PostedAt }).SingleOrDefaultAsync(cancellationToken) is not { PostedAt: var at })
                return new MessagePage([], false);
            messages = messages.Where(message => message.PostedAt < at || (message.PostedAt == at && string.Compare(message.Id, before) < 0));
        }

        var rows = await messages.Where(message => message.DeletedAt == null)
            .OrderByDescending(message => message.PostedAt).ThenByDescending(message => message.Id)
            .Take(limit + 1)
            .Join(db.Users, message => message.AuthorId, user => user.Id, (message, user) => new { Message = message, Name = user.DisplayName })
            .OrderByDescending(row => row.Message.PostedAt).ThenByDescending(row => row.Message.Id)
            .ToListAsync(cancellationToken);
        return new MessagePage([.. rows.Take(limit).Select(row => row.Message.ToView(row.Name))], rows.Count > limit);
    }
}
