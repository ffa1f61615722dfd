namespace LiveFeed.Domain.Members;

/// <summary>Gives a role to a user who has been found, by id or by email address.</summary>
internal sealed class Memberships(IMemberStore members) : IDomainService
{
    public static readonly Error LastOrganizer =
        new(ErrorCode.LastOrganizer, "An event needs an organizer. Make somebody else organizer first.");

    public async Task<Result<MemberView>> GiveAsync(
        EventId eventId, User user, EventRole role, IReadOnlyList<int> teamIds)
    {
        var member = await members.FindAsync(eventId, user.Id);
        if (member is { Role: EventRole.Organizer } && role != EventRole.Organizer
            && await members.CountOrganizersAsync(eventId) == 1)
            return LastOrganizer;
        if (member is null)
        {
            member = new Member { EventId = eventId, UserId = user.Id };
            members.Add(member);
        }

        member.Give(role, teamIds);
        return member.ToView(user.DisplayName);
    }
}
