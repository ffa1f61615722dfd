using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.Invitations;

/// <summary>Makes invitations, within what <see cref="InvitationPolicy"/> allows. The caller has checked that the maker may give the role.</summary>
internal sealed class NewInvitations(IInvitationStore invitations, InvitationPolicy policy, TimeProvider time) : IDomainService
{
    public async Task<Result<IssuedInvitation>> IssueAsync(Actor maker, InvitedTo to, InvitationTerms terms)
    {
        var now = time.Now();
        if (terms.Uses is { } wanted && (wanted < 1 || wanted > policy.MaxUses))
            return Error.Invalid(ErrorCode.InvalidRequest, "uses", $"Give a number from 1 to {policy.MaxUses}.");
        if (terms.ExpiresAt <= now || terms.ExpiresAt > now + policy.MaxLifetime)
            return Error.Invalid(ErrorCode.InvalidRequest, "expiresAt", $"Give a time within the next {policy.MaxLifetime.TotalDays:0.##} days.");
        var most = to.TeamId is null ? policy.MaxOpen : policy.MaxOpenOfTeam;
        if (await invitations.CountOpenAsync(to.EventId, to.TeamId, now) >= most)
            return new Error(ErrorCode.LimitReached, $"This {(to.TeamId is null ? "event" : "team")} has {most} open invitations, which is the most. Revoke one first.");
        var secret = Secrets.Create();
        var invitation = new Invitation
        {
            Id = OrderedId.Create(now),
            EventId = to.EventId,
            Hash = Secrets.Hash(secret),
            Role = to.Role,
            TeamIds = [.. to.TeamIds.Distinct()],
            TeamId = to.TeamId,
            InTeam = to.InTeam,
            UsesLeft = terms.Uses ?? 1,
            ExpiresAt = terms.ExpiresAt?.ToMilliseconds() ?? now + policy.Lifetime,
            CreatedAt = now,
            CreatorId = maker.UserId,
        };
        invitations.Add(invitation);
        return new IssuedInvitation(invitation, secret);
    }
}
