using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Invitations;

internal sealed class InvitationStore(DbSession session) : IInvitationStore
{
    public Task<Invitation?> FindAsync(EventId eventId, string id) =>
        session.Db.Invitations.SingleOrDefaultAsync(invitation => invitation.EventId == eventId && invitation.Id == id);

    public Task<Invitation?> FindByHashAsync(string hash) => session.Db.Invitations.SingleOrDefaultAsync(invitation => invitation.Hash == hash);

    public Task<int> CountOpenAsync(EventId eventId, int? teamId, DateTimeOffset now) =>
        session.Db.Invitations.CountAsync(invitation => invitation.EventId == eventId && invitation.TeamId == teamId && invitation.UsesLeft > 0 && invitation.ExpiresAt > now);

    public void Add(Invitation invitation) => session.Add(invitation.Id, invitation);

    public void Remove(Invitation invitation) => session.Remove(invitation.Id, invitation);
}
