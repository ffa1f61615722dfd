namespace LiveFeed.Domain.Schedules;

/// <summary>Changes one thing of a schedule, with the rules and the consequences of an upload of the whole.</summary>
internal sealed class ScheduleEditor(EventAuthorization authorization, IScheduleStore store, ScheduleWriter writer, SchedulePolicy policy, TimeProvider time) : IDomainService
{
    /// <param name="command">The command.</param>
    /// <param name="edit">Returns the plan with the change, or why there can't be one. What changes comes last in its list.</param>
    /// <param name="view">Returns what the command returns.</param>
    /// <param name="item">The list of what is added or changed; null for a removal.</param>
    /// <param name="affectScored">Whether matches that have a score may be removed or get other teams.</param>
    public async Task<Result<T>> EditAsync<T>(
        IScheduleEdit command, Func<StoredSchedule, Schedule, Result<Schedule>> edit, Func<StoredSchedule, T> view, ScheduleList? item = null, bool affectScored = false)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Value is not { } liveEvent)
            return managed.Error!;
        var stored = await store.LoadAsync(command.EventId);
        var edited = edit(stored, stored.ToPlan());
        if (edited.Value is not { } plan)
            return edited.Error!;
        if (plan.Validate() is { } invalid)
            return OfItem(invalid, plan, item);
        var written = await writer.StoreAsync(liveEvent, stored, PoolsAndSources.Complete(plan.Cleaned()), affectScored, command.Actor, time.Now());
        return written.Error is { } error ? error : view(stored);
    }

    /// <summary>Returns a match as it is now, with the clashes that it is part of.</summary>
    public MatchEdit Edited(StoredSchedule stored, MatchId id)
    {
        var warnings = ScheduleClashes.Find(stored.ToPlan(), policy).Where(warning => warning.MatchIds.Contains(id)).ToList();
        return new MatchEdit(stored.View(stored.Matches[id]), [.. warnings.Take(ScheduleClashes.MaxWarnings)], warnings.Count);
    }

    // Who changes one thing knows no positions: matches[7].leg is just leg.
    private static Error OfItem(Error error, Schedule plan, ScheduleList? item)
    {
        var prefix = item switch
        {
            ScheduleList.Matches => $"matches[{plan.Matches.Count - 1}].",
            ScheduleList.Teams => $"teams[{plan.Teams.Count - 1}].",
            ScheduleList.Courts => $"courts[{plan.Courts.Count - 1}].",
            ScheduleList.Divisions => $"divisions[{plan.Divisions.Count - 1}].",
            _ => null,
        };
        var fields = error.Fields!.Where(field => prefix is not null && field.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(field => field.Key[prefix!.Length..], field => field.Value);
        return fields.Count == 0 ? error : error with { Fields = fields, Detail = string.Join(' ', fields.Values.SelectMany(messages => messages)) };
    }
}
