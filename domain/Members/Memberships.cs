using LiveFeed.Domain.Notifications;

namespace LiveFeed.Domain.Members;

/// <summary>Gives a role to a user who has been found, by id or by email address.</summary>
internal sealed class Memberships(IMemberStore members, Notifier notifier) : IDomainService
{
    public static readonly Error LastOrganizer =
        new(ErrorCode.LastOrganizer, "An event needs an organizer. Make somebody else organizer first.");

    /// <summary>Gives a role on somebody's behalf. The user is notified if anything is another than before.</summary>
    public async Task<Result<MemberView>> GiveByAsync(Actor actor, EventId eventId, User user, EventRole role, IReadOnlyList<int> teamIds)
    {
        var (formerRole, formerTeams) = await members.FindAsync(eventId, user.Id) is { } member ? (member.Role, member.TeamIds) : ((EventRole?)null, (List<int>?)null);
        var given = await GiveAsync(eventId, user, role, teamIds);
        if (given.Value is { } now && (formerRole != now.Role || !formerTeams!.SequenceEqual(now.TeamIds)))
            notifier.NotifyOfRole(actor, eventId, user.Id, now.Role);
        return given;
    }

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
