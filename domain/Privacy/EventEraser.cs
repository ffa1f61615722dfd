using LiveFeed.Domain.ScorerLinks;

namespace LiveFeed.Domain.Privacy;

/// <summary>Takes a user whose account is erased out of an event: roles, claims, scorer links, and the name in what stays. Messages and the feed's log come later.</summary>
internal sealed class EventEraser(
    IMemberStore members, ITeamMemberStore teamMembers, ClaimEnder claims, IScorerLinkStore links, ScorerLinkEnder linkEnder, IErasureStore store, IFeedCutter feeds,
    IFeedEntryCollector entries) : IDomainService
{
    public async Task EraseAsync(EventId eventId, UserId userId)
    {
        foreach (var inTeam in await teamMembers.ListAsync(eventId, userId))
        {
            inTeam.End();
            teamMembers.Remove(inTeam);
        }

        if (await members.FindAsync(eventId, userId) is { } member)
        {
            member.End();
            members.Remove(member);
        }

        await claims.EndAllAsync(eventId, [userId]);
        await linkEnder.EndAsync(eventId, [.. (await links.ListAsync(eventId)).Where(link => link.CreatorId == userId)]);
        if (!await store.AnonymizeAsync(eventId, userId))
            return;
        // Responses to reads are cached until the feed gets an entry. BlankNames will reach those of which there is one.
        var topic = Topics.ForEvent(eventId);
        if (await feeds.TryStartEpochAsync(topic))
            entries.AccessChanged(topic);
    }
}
