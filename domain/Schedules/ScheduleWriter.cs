namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Makes the stored schedule equal to a plan, however the plan came about, and publishes what readers see of it. Scores and claims of matches
/// that stay are kept.
/// </summary>
internal sealed class ScheduleWriter(
    IScheduleStore store, PlayerWriter players, TeamRooms rooms, ScoresInPlan scores, RubbersInPlan rubbers, ScoresInFormat formats, IDerivedWork derived) : IDomainService
{
    /// <param name="liveEvent">The event.</param>
    /// <param name="stored">The schedule as it is; changed in place.</param>
    /// <param name="plan">A valid schedule whose items leave nothing out.</param>
    /// <param name="affectScored">Whether matches that have a score may be removed or get other teams.</param>
    /// <param name="actor">Who changes the schedule.</param>
    /// <param name="now">The current time.</param>
    public async Task<Result<ScheduleSummary>> StoreAsync(
        LiveEvent liveEvent, StoredSchedule stored, Schedule plan, bool affectScored, Actor actor, DateTimeOffset now)
    {
        var eventId = liveEvent.Id;
        var (namesBefore, formerTeams) = (stored.Names(), stored.Teams.Keys.ToList());
        var before = stored.Matches.Values.ToDictionary(match => match.Id, match => (Plan: match.ToPlan(), View: stored.View(match), match.Subject));
        var former = stored.ToPlan();
        if (await rubbers.ValidateAsync(eventId, former, plan) is { } overwritten)
            return overwritten;
        var affected = await scores.FindAffectedAsync(eventId, former, plan);
        if (!affectScored && affected.Any(one => !one.Score.IsEmpty))
            return Affects([.. affected.Where(one => !one.Score.IsEmpty).Select(one => one.Match)]);
        scores.Archive(affected, stored, now);

        Replace(stored.Divisions, plan.Divisions, item => item.Id,
            item => new Division { EventId = eventId, Id = item.Id, Name = item.Name, Format = item.Format.Value, Standings = item.Standings.Value },
            (division, item) => (division.Name, division.Format, division.Standings) = (item.Name, item.Format.Value, item.Standings.Value));
        Replace(stored.Pools, [.. plan.Divisions.SelectMany(division => (division.Pools.Value ?? []).Select(pool => (DivisionId: division.Id, Pool: pool)))], item => item.Pool.Id,
            item => Pool.Create(eventId, item.DivisionId, item.Pool), (pool, item) => pool.Plan(item.DivisionId, item.Pool), pool => pool.Remove(now));
        Replace(stored.Courts, plan.Courts, item => item.Id,
            item => new Court { EventId = eventId, Id = item.Id, Name = item.Name }, (court, item) => court.Name = item.Name);
        Replace(stored.Teams, plan.Teams, item => item.Id,
            item => new Team { EventId = eventId, Id = item.Id, Name = item.Name, DivisionId = item.DivisionId },
            (team, item) => (team.Name, team.DivisionId) = (item.Name, item.DivisionId));
        if (formerTeams.Except(stored.Teams.Keys).ToHashSet() is { Count: > 0 } goneTeams)
        {
            await players.RemoveOfTeamsAsync(eventId, goneTeams);
            await rooms.RemoveAsync(eventId, goneTeams);
        }

        var removed = Replace(stored.Matches, plan.Matches, item => item.Id,
            item => Match.Create(eventId, item, now), (match, item) => match.Plan(item, now), match => match.Remove(now));

        // A leg may end level where another match may not. What a tie's score is follows from its rubbers.
        var ties = stored.Matches.Values.Select(match => match.PartOf).OfType<MatchId>().ToHashSet();
        var judgedOtherwise = stored.Matches.Values
            .Where(match => match.PlayIn(match.DivisionId is { } division ? stored.Divisions[division].Format : null)
                || (before.TryGetValue(match.Id, out var known) && known.Plan.TieId.Value is null != match.TieId is null))
            .ToList();
        var (added, changed) = (0, 0);
        foreach (var match in plan.Matches.Select(item => stored.Matches[item.Id]))
        {
            if (!before.TryGetValue(match.Id, out var known))
            {
                added++;
            }
            else if (stored.View(match) != known.View)
            {
                changed++;
                if (match.ToPlan() == known.Plan)
                    match.Republish(now);
            }
        }

        var matches = plan.Matches.Select(item => stored.Matches[item.Id]).ToList();
        var moved = matches.Where(match => before.TryGetValue(match.Id, out var known) && known.Subject != match.Subject).Select(match => match.Id).ToList();
        await scores.FollowAsync(liveEvent, affected, moved, stored, actor, now);
        if (await scores.RestoreAsync(
            liveEvent, [.. matches.Where(match => !before.ContainsKey(match.Id)).Select(match => (match, stored.View(match)))], actor, now) is { } impossible)
            return impossible;
        if (await formats.JudgeAnewAsync(liveEvent, [.. judgedOtherwise.Where(match => before.ContainsKey(match.Id) && !ties.Contains(match.Id))], actor, now) is { } contradiction)
            return contradiction;
        await rubbers.EmptyAsync(liveEvent, former, stored, actor, now);

        derived.Add(eventId, new DerivedChange());

        // A change that no match shows (such as a new team without matches) has no entry of its own. Yet readers must learn of it.
        if (added + changed + removed == 0 && !stored.Names().SequenceEqual(namesBefore))
            liveEvent.Republish(now);
        return new ScheduleSummary(plan.Divisions.Count, plan.Courts.Count, plan.Teams.Count, plan.Matches.Count, added, changed, removed);
    }

    private static Error Affects(IReadOnlyList<AffectedMatch> affected) => new(
        ErrorCode.ScoredMatchesAffected,
        $"Nothing is stored, because it affects matches that have a score: {affected.Count(match => match.Change == AffectedChange.Removed)} would be removed, {affected.Count(match => match.Change != AffectedChange.Removed)} would get other teams. If that is right, send it again with ?affectScored=true: removed scores are archived and return with their match, swapped sides swap the sets, other teams begin without a score.",
        Extensions: new Dictionary<string, object?> { ["affected"] = affected });

    /// <summary>Makes the stored items equal to the plan: removes, then changes and creates. Returns how many were removed.</summary>
    private int Replace<TItem, TPlan, TId>(
        Dictionary<TId, TItem> stored, IReadOnlyList<TPlan> plans, Func<TPlan, TId> idOf, Func<TPlan, TItem> create, Action<TItem, TPlan> change, Action<TItem>? remove = null)
        where TItem : class
        where TId : notnull
    {
        var planned = plans.Select(idOf).ToHashSet();
        var removed = stored.Where(pair => !planned.Contains(pair.Key)).ToList();
        foreach (var (id, item) in removed)
        {
            remove?.Invoke(item);
            store.Remove(item);
            stored.Remove(id);
        }

        foreach (var plan in plans)
        {
            if (stored.TryGetValue(idOf(plan), out var item))
            {
                change(item, plan);
            }
            else
            {
                item = create(plan);
                store.Add(item);
                stored.Add(idOf(plan), item);
            }
        }

        return removed.Count;
    }
}
