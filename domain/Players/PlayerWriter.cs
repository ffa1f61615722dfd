using LiveFeed.Domain.Lineups;

namespace LiveFeed.Domain.Players;

/// <summary>Makes the stored players of teams equal to a plan. Incidents and line-ups that name a player follow.</summary>
internal sealed class PlayerWriter(IPlayerStore store, IncidentPersons incidents, ILineupStore lineups) : IDomainService
{
    /// <param name="eventId">The event.</param>
    /// <param name="players">The players as they are stored; those that no team has any more are removed.</param>
    /// <param name="teams">The teams, with all their players.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Whether something is another now.</returns>
    public async Task<bool> StoreAsync(EventId eventId, IReadOnlyList<Player> players, IEnumerable<ScheduledTeam> teams, DateTimeOffset now)
    {
        var stored = players.ToDictionary(player => player.Id);
        var (changes, renamed) = (0, new List<Player>());
        foreach (var (teamId, plan) in teams.SelectMany(team => (team.Players.Value ?? []).Select(player => (team.Id, player.Cleaned()))))
        {
            if (!stored.Remove(plan.Id, out var player))
            {
                store.Add(new Player { EventId = eventId, Id = plan.Id, TeamId = teamId, Name = plan.Name, Number = plan.Number, UserId = plan.UserId });
                changes++;
            }
            else if (player.TeamId != teamId || player.ToPlan() != plan)
            {
                if ((player.Name, player.Number) != (plan.Name, plan.Number))
                    renamed.Add(player);
                (player.TeamId, player.Name, player.Number, player.UserId) = (teamId, plan.Name, plan.Number, plan.UserId);
                changes++;
            }
        }

        foreach (var player in stored.Values)
            store.Remove(player);
        if (renamed.Count > 0)
            await RenameAsync(eventId, renamed, now);
        return changes + stored.Count > 0;
    }

    private async Task RenameAsync(EventId eventId, List<Player> renamed, DateTimeOffset now)
    {
        await incidents.RenameAsync(eventId, renamed, now);
        var byId = renamed.ToDictionary(player => player.Id);
        foreach (var lineup in await lineups.ListAsync(eventId))
        {
            foreach (var id in lineup.Players.Select(player => player.PlayerId).OfType<int>().Where(byId.ContainsKey).ToList())
                lineup.Rename(byId[id]);
        }
    }

    /// <summary>Removes the players of teams that are removed.</summary>
    public async Task RemoveOfTeamsAsync(EventId eventId, IReadOnlySet<int> teamIds)
    {
        foreach (var player in (await store.ListAsync(eventId)).Where(player => teamIds.Contains(player.TeamId)))
            store.Remove(player);
    }
}
