using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Invitations;

internal sealed class InvitationReads(ILiveFeedContextFactory contexts, TimeProvider time) : IInvitationReads
{
    public async Task<Page<InvitationView>> ListAsync(EventId eventId, int? teamId, Paging paging, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using var db = contexts.Create();
        var rows =
            from invitation in db.Invitations.AsNoTracking()
            join user in db.Users on invitation.CreatorId equals user.Id
            where invitation.EventId == eventId && invitation.TeamId == teamId && invitation.UsesLeft > 0 && invitation.ExpiresAt > now
            orderby invitation.CreatedAt descending, invitation.Id
            select new InvitationRow { Invitation = invitation, MakerName = user.DisplayName };
        return await rows.ToPageAsync(paging, row => row.ToView(), cancellationToken);
    }

    private sealed class InvitationRow
    {
        public required Invitation Invitation { get; init; }

        public required string MakerName { get; init; }

        public InvitationView ToView() => new(
            Invitation.Id, Invitation.Role, Invitation.InTeam, Invitation.TeamIds, Invitation.UsesLeft, Invitation.ExpiresAt, Invitation.CreatedAt,
            new PersonView(Invitation.CreatorId, MakerName));
    }
}
