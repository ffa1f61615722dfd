using LiveFeed.Domain.Brackets;
using MediatR;

namespace LiveFeed.Domain.Standings;

internal sealed class DerivedState(
    IEventStore events, IScheduleStore schedules, IPoolStore pools, IMatchStore matches, IScoreStore scores, IClaimStore claims, TeamTieScores ties, PoolRanking ranking, IRaisedNotifications raised, IMediator mediator,
    TimeProvider time)
    : IDerivedState
{
    public async Task UpdateAsync(EventId eventId, IReadOnlyCollection<DerivedChange> changes)
    {
        if (await events.FindAsync(eventId) is not { } liveEvent)
            return;
        if (changes.Any(change => change.IsOfPlan))
            await FollowPlanAsync(liveEvent);
        else
            await FollowResultsAsync(liveEvent, changes.Select(change => change.Match).OfType<MatchId>().ToHashSet(), changes.Select(change => change.Pool).OfType<string>().ToHashSet());
        while (raised.Take() is { Count: > 0 } notifications)
        {
            foreach (var notification in notifications)
                await mediator.Publish(notification, CancellationToken.None);
        }
    }

    private async Task FollowPlanAsync(LiveEvent liveEvent)
    {
        var plan = await schedules.LoadAsync(liveEvent.Id);
        var stored = (await scores.ListAsync(liveEvent.Id)).ToDictionary(score => score.MatchId);
        // First: all else follows from the score of a tie as from any other.
        FollowRubbers(liveEvent, plan.Matches, [.. plan.Matches.Values.Where(match => match.PartOf is not null)], stored);
        var ofPools = plan.Matches.Values.ToLookup(match => match.PoolId);
        var names = plan.Teams.ToDictionary(team => team.Key, team => team.Value.Name);
        foreach (var pool in plan.Pools.Values.OrderBy(pool => pool.PlacesFrom is not null).ThenBy(pool => pool.Id, StringComparer.Ordinal))
            await ranking.RankAsync(liveEvent, pool, plan.Divisions[pool.DivisionId], names, plan.Pools, ofPools, stored);
        Join(liveEvent, plan.Matches.Values, stored);
        var dependent = plan.Matches.Values.Where(match => match.IsDependent).ToList();
        if (dependent.Count > 0)
            await FillInAsync(liveEvent.Id, dependent, plan.Matches.Values, [.. plan.Pools.Values], stored);
    }

    private async Task FollowResultsAsync(LiveEvent liveEvent, HashSet<MatchId> changed, HashSet<string> poolIds)
    {
        var eventId = liveEvent.Id;
        List<Match> played = [.. await matches.ListAsync(eventId, changed)];
        var ofTies = await FollowRubbersAsync(liveEvent, played);
        played.AddRange(await matches.ListAsync(eventId, [.. ofTies.Keys.Where(changed.Add)]));
        poolIds.UnionWith(played.Select(match => match.PoolId).OfType<string>());
        if (poolIds.Count > 0)
        {
            List<Pool> known = [.. (await pools.ListAsync(eventId, poolIds)).Where(pool => pool.PlacesFrom is null)];
            var placed = (await pools.PlacedAsync(eventId)).Where(pool => poolIds.Contains(pool.Id) || pool.PlacesFrom!.Pools.Any(poolIds.Contains)).ToList();
            // What is compared are the pools that have changed, with those that haven't.
            known.AddRange(await pools.ListAsync(eventId, [.. placed.SelectMany(pool => pool.PlacesFrom!.Pools).Where(poolIds.Add)]));
            poolIds.UnionWith(placed.Select(pool => pool.Id));
            var (divisions, names) = (await pools.DivisionsAsync(eventId, known), await pools.TeamNamesAsync(eventId, known));
            var ofPools = (await pools.MatchesAsync(eventId, poolIds)).ToLookup(match => match.PoolId);
            var stored = await ScoresAsync(eventId, ofPools.SelectMany(match => match), ofTies);
            var byId = known.ToDictionary(pool => pool.Id);
            foreach (var pool in known.Concat(placed))
                await ranking.RankAsync(liveEvent, pool, divisions[pool.DivisionId], names, byId, ofPools, stored);
        }

        if (played.Select(match => match.TieId).OfType<string>().Distinct().ToList() is { Count: > 0 } legged)
        {
            var legs = await pools.LegsAsync(eventId, legged);
            Join(liveEvent, legs, await ScoresAsync(eventId, legs, ofTies));
            // The winner of a tie is what follows from both of its legs.
            changed.UnionWith(legs.Select(match => match.Id));
        }

        var dependent = await pools.DependentMatchesAsync(eventId);
        if (!dependent.Any(match => changed.Contains(match.Id) || match.Sources.Any(IsChanged)))
            return;
        var ids = dependent.Select(match => match.Id).ToHashSet();
        var sources = dependent.SelectMany(match => match.Sources).ToList();
        List<Match> all = [.. dependent, .. await matches.ListAsync(eventId, sources.Select(source => source.Match).OfType<MatchId>().Where(id => !ids.Contains(id)).ToHashSet())];
        await FillInAsync(
            eventId, dependent, all, await pools.ListAsync(eventId, sources.Select(source => source.Pool).OfType<string>().ToHashSet()), await ScoresAsync(eventId, all, ofTies));

        bool IsChanged(SideSource source) => source.Match is { } match ? changed.Contains(match) : source.Pool is { } pool && poolIds.Contains(pool);
    }

    /// <summary>Returns the scores of these matches. Those of ties may not be in the database yet.</summary>
    private async Task<IReadOnlyDictionary<MatchId, Score>> ScoresAsync(EventId eventId, IEnumerable<Match> ofMatches, IReadOnlyDictionary<MatchId, Score> ofTies)
    {
        var ids = ofMatches.Select(match => match.Id).ToHashSet();
        return (await scores.ListAsync(eventId, ids)).Concat(ofTies.Values.Where(score => ids.Contains(score.MatchId))).DistinctBy(score => score.MatchId).ToDictionary(score => score.MatchId);
    }

    /// <summary>Makes the scores of ties follow from their rubbers, as far as these matches are among them. Returns the scores of these ties.</summary>
    private async Task<IReadOnlyDictionary<MatchId, Score>> FollowRubbersAsync(LiveEvent liveEvent, IReadOnlyList<Match> played)
    {
        var nothing = new Dictionary<MatchId, Score>();
        var ids = played.Select(match => match.PartOf ?? (match.FormatIn(liveEvent).Kind is FormatKind.Rubbers ? match.Id : null)).OfType<MatchId>().ToHashSet();
        if (ids.Count == 0)
            return nothing;
        var (known, rubbers) = (await matches.ListAsync(liveEvent.Id, ids), await matches.RubbersAsync(liveEvent.Id, ids));
        var stored = (await ScoresAsync(liveEvent.Id, known.Concat(rubbers), nothing)).ToDictionary();
        FollowRubbers(liveEvent, known.ToDictionary(tie => tie.Id), rubbers, stored);
        return stored.Where(score => ids.Contains(score.Key)).ToDictionary();
    }

    private void FollowRubbers(LiveEvent liveEvent, IReadOnlyDictionary<MatchId, Match> known, IReadOnlyList<Match> rubbers, Dictionary<MatchId, Score> stored)
    {
        foreach (var tie in rubbers.GroupBy(rubber => rubber.PartOf!.Value).OrderBy(tie => tie.Key))
        {
            if (ties.Follow(liveEvent, known[tie.Key], tie, stored) is { } score)
                stored[tie.Key] = score;
        }
    }

    /// <summary>Says in the scores of each tie's legs who has won the tie, and in those of other matches nothing of a tie.</summary>
    private void Join(LiveEvent liveEvent, IEnumerable<Match> ofTies, IReadOnlyDictionary<MatchId, Score> stored)
    {
        foreach (var tie in ofTies.ToLookup(match => match.Leg is null ? null : match.TieId))
        {
            var (first, second) = tie.Key is null ? default : (tie.FirstOrDefault(match => match.Leg == 1), tie.FirstOrDefault(match => match.Leg == 2));
            var isExchanged = first?.Team1Id is not null && first.Team1Id == second?.Team2Id;
            var winner = first is not null && second is not null && stored.TryGetValue(first.Id, out var one) && stored.TryGetValue(second.Id, out var other)
                ? TwoLegs.FindWinner(first.FormatIn(liveEvent), one, other, isExchanged)
                : null;
            foreach (var match in tie.Where(match => stored.ContainsKey(match.Id)))
                stored[match.Id].Join(tie.Key is null ? null : new TieView(tie.Key, match == second ? TwoLegs.InFirst(winner, isExchanged) : winner), match.Subject, time.Now());
        }
    }

    /// <summary>Fills in the teams that results decide, and takes back those that they decide no more. A match that has a score keeps its teams.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="dependent">The matches with sides that come from elsewhere.</param>
    /// <param name="all">These, and those that they come from.</param>
    /// <param name="known">The pools that sides come from.</param>
    /// <param name="stored">The scores of all these matches.</param>
    private async Task FillInAsync(
        EventId eventId, IReadOnlyList<Match> dependent, IReadOnlyCollection<Match> all, IReadOnlyList<Pool> known, IReadOnlyDictionary<MatchId, Score> stored)
    {
        var filled = BracketFilling.Fill([.. all.Select(match => match.ToBracket())], BracketResults.Of(all, known, stored)).Matches.ToDictionary(match => match.Id);
        var moved = dependent.Where(match => match.FillIn(filled[match.Id].Side1.TeamId, filled[match.Id].Side2.TeamId, time.Now())).ToDictionary(match => match.Id);
        if (moved.Count == 0)
            return;
        var rubbers = (await matches.RubbersAsync(eventId, moved.Keys)).Where(rubber => rubber.Follow(moved[rubber.PartOf!.Value], time.Now())).ToList();
        var ofRubbers = await ScoresAsync(eventId, rubbers, stored);
        foreach (var rubber in rubbers)
            moved[rubber.Id] = rubber;
        // Readers who get a match only now lack its claim and its score.
        foreach (var claim in (await claims.ListAsync(eventId, moved.Keys)).Where(claim => !claim.HasExpired(time.Now())))
            claim.Republish(moved[claim.MatchId].Subject, time.Now());
        foreach (var match in moved.Values)
            (stored.GetValueOrDefault(match.Id) ?? ofRubbers.GetValueOrDefault(match.Id))?.Republish(match.Subject, time.Now());
    }
}
