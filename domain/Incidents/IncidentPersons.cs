namespace LiveFeed.Domain.Incidents;

/// <summary>Finds the players that an incident names, and keeps incidents up to date with the names of their players.</summary>
internal sealed class IncidentPersons(IPlayerStore players, IIncidentStore incidents, IMatchStore matches) : IDomainService
{
    /// <summary>Returns the persons of an incident, or the error if a player doesn't play in the match, or not on the given side.</summary>
    public async Task<Result<NamedPersons>> FindAsync(Match match, IncidentDetails details)
    {
        int?[] teams = details.Side switch
        {
            1 => [match.Team1Id],
            2 => [match.Team2Id],
            _ => [match.Team1Id, match.Team2Id],
        };
        var first = await FindAsync(match.EventId, teams, details.Person, "person");
        if (first.Error is { } firstError)
            return firstError;
        var second = await FindAsync(match.EventId, teams, details.Person2, "person2");
        return second.Error is { } secondError ? secondError : new NamedPersons(first.Value, second.Value);
    }

    /// <summary>Gives incidents the new names and numbers of their players. Those that are part of the event's state are published.</summary>
    public async Task RenameAsync(EventId eventId, IReadOnlyList<Player> renamed, DateTimeOffset now)
    {
        var byId = renamed.ToDictionary(player => player.Id);
        var named = (await incidents.ListWithPlayersAsync(eventId))
            .Select(incident => (Incident: incident, Players: new[] { incident.PersonId, incident.Person2Id }.OfType<int>().Where(byId.ContainsKey).ToList()))
            .Where(item => item.Players.Count > 0);
        var live = await incidents.LiveMatchesAsync(eventId);
        foreach (var (incident, ids) in named)
        {
            foreach (var id in ids)
                incident.Rename(byId[id]);
            if (incident.RetractedAt is null && live.ContainsKey(incident.MatchId) && await matches.FindAsync(eventId, incident.MatchId) is { } match)
                incident.Publish(match.Subject, now);
        }
    }

    private async Task<(NamedPerson? Value, Error? Error)> FindAsync(EventId eventId, int?[] teams, PersonReference? reference, string field)
    {
        if (reference?.PlayerId is not { } id)
            return (reference?.Text is { } text ? new NamedPerson(text) : null, null);
        return await players.FindAsync(eventId, id) is { } player && teams.Contains(player.TeamId)
            ? (new NamedPerson(player.Name, player.Id, player.Number), null)
            : (null, Error.Invalid(ErrorCode.InvalidIncident, field, $"There is no player {id} on this side of the match. Give the id of one of its players, or a text."));
    }
}
