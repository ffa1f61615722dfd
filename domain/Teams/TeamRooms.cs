namespace LiveFeed.Domain.Teams;

/// <summary>What becomes of teams' rooms when the schedule changes.</summary>
internal sealed class TeamRooms(ITopicStore topics) : IDomainService
{
    /// <summary>Removes the rooms of teams that are gone, with their messages.</summary>
    public async Task RemoveAsync(EventId eventId, IEnumerable<int> teamIds)
    {
        foreach (var teamId in teamIds)
            await topics.RemoveAsync(Topics.ForTeam(eventId, teamId));
    }
}
