namespace LiveFeed.Domain.Players;

/// <summary>Changes the players of one team, with the rules of an upload of the whole schedule.</summary>
internal sealed class PlayerEditor(EventAuthorization authorization, IScheduleStore schedules, IPlayerStore players, PlayerWriter writer, TimeProvider time) : IDomainService
{
    /// <param name="command">The command.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="edit">Takes the event's players, and the team's by id; returns the team's as they are to be, or why they can't. One that changes comes last.</param>
    /// <param name="view">Returns what the command returns, from the team's players as they are now.</param>
    /// <param name="isList">Whether the command has the whole list, so that errors have positions in it.</param>
    public async Task<Result<T>> EditAsync<T>(
        IScheduleEdit command, int teamId, Func<IReadOnlyCollection<int>, IReadOnlyList<ScheduledPlayer>, Result<List<ScheduledPlayer>>> edit,
        Func<IReadOnlyList<ScheduledPlayer>, T> view, bool isList = false)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Value is not { } liveEvent)
            return managed.Error!;
        var teams = (await schedules.LoadAsync(command.EventId)).Teams;
        if (!teams.ContainsKey(teamId))
            return CommonErrors.TeamNotFound;
        var stored = await players.ListAsync(command.EventId);
        var ofTeams = stored.OrderBy(player => player.Id).ToLookup(player => player.TeamId, player => player.ToPlan());
        var edited = edit([.. stored.Select(player => player.Id)], [.. ofTeams[teamId]]);
        if (edited.Value is not { } planned)
            return edited.Error!;
        if (Validate(planned, [.. stored.Where(player => player.TeamId != teamId).Select(player => player.Id)], isList) is { } invalid)
            return invalid;
        EquatableList<ScheduledPlayer> cleaned = [.. planned.Select(player => player.Cleaned())];
        // An event's players have no entries. Yet readers must learn that they have changed.
        if (await writer.StoreAsync(command.EventId, teams.Keys.Select(id => new ScheduledTeam(id, "", null, id == teamId ? cleaned : [.. ofTeams[id]])), time.Now()))
            liveEvent.Republish(time.Now());
        return view(cleaned);
    }

    private static Error? Validate(IReadOnlyList<ScheduledPlayer> planned, HashSet<int> ofOthers, bool isList)
    {
        var errors = new Dictionary<string, string[]>();
        var others = ofOthers.Count;
        PlayerRules.Validate(planned, "players", ofOthers, (field, message) => errors.TryAdd(isList ? field : field.Split("].")[^1], [message]));
        if (others + planned.Count > PlayerRules.MaxPerEvent)
            errors.TryAdd("players", [$"An event has at most {PlayerRules.MaxPerEvent} players."]);
        return errors.Count == 0 ? null : new Error(ErrorCode.InvalidSchedule, string.Join(' ', errors.Values.SelectMany(messages => messages)), errors);
    }
}
