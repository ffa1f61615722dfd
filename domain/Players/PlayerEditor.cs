namespace LiveFeed.Domain.Players;

/// <summary>Changes the players of one team, with the rules of an upload of the whole schedule.</summary>
internal sealed class PlayerEditor(EventAuthorization authorization, IScheduleStore schedules, IPlayerStore players, PlayerWriter writer, TimeProvider time) : IDomainService
{
    /// <param name="command">The command.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="edit">Takes the ids of the event's players, and the team's players by id; returns the team's as they are to be, or why they can't. One that changes comes last.</param>
    /// <param name="view">Returns what the command returns, from the team's players as they are now.</param>
    /// <param name="isList">Whether the command has the whole list, so that errors have positions in it.</param>
    public async Task<Result<T>> EditAsync<T>(
        IScheduleEdit command, int teamId, Func<IReadOnlyCollection<int>, IReadOnlyList<ScheduledPlayer>, Result<List<ScheduledPlayer>>> edit,
        Func<IReadOnlyList<ScheduledPlayer>, T> view, bool isList = false)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Value is not { } liveEvent)
            return managed.Error!;
        if (!(await schedules.LoadAsync(command.EventId)).Teams.ContainsKey(teamId))
            return CommonErrors.TeamNotFound;
        var stored = await players.ListAsync(command.EventId, teamId);
        var ids = await players.IdsAsync(command.EventId);
        var edited = edit(ids, [.. stored.Select(player => player.ToPlan())]);
        if (edited.Value is not { } planned)
            return edited.Error!;
        if (Validate(planned, [.. ids.Except(stored.Select(player => player.Id))], isList) is { } invalid)
            return invalid;
        EquatableList<ScheduledPlayer> cleaned = [.. planned.Select(player => player.Cleaned())];
        // An event's players have no entries. Yet readers must learn that they have changed.
        if (await writer.StoreAsync(command.EventId, stored, [new ScheduledTeam(teamId, "", Players: cleaned)], time.Now()))
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
