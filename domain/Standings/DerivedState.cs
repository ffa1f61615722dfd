using LiveFeed.Domain.Brackets;
using MediatR;

namespace LiveFeed.Domain.Standings;

internal sealed class DerivedState(
    IEventStore events, IScheduleStore schedules, IPoolStore pools, IMatchStore matches, IScoreStore scores, IClaimStore claims, IIncidentStore incidents, IRaisedNotifications raised, IMediator mediator,
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
        var ofPools = plan.Matches.Values.ToLookup(match => match.PoolId);
        var names = plan.Teams.ToDictionary(team => team.Key, team => team.Value.Name);
        foreach (var pool in plan.Pools.Values.OrderBy(pool => pool.Id, StringComparer.Ordinal))
            await RankAsync(liveEvent, pool, plan.Divisions[pool.DivisionId], names, [.. ofPools[pool.Id]], stored);
        Join(liveEvent, plan.Matches.Values, stored);
        var dependent = plan.Matches.Values.Where(match => match.IsDependent).ToList();
        if (dependent.Count > 0)
            await FillInAsync(liveEvent.Id, dependent, plan.Matches.Values, [.. plan.Pools.Values], stored);
    }

    private async Task FollowResultsAsync(LiveEvent liveEvent, HashSet<MatchId> changed, HashSet<string> poolIds)
    {
        var eventId = liveEvent.Id;
        var played = await matches.ListAsync(eventId, changed);
        poolIds.UnionWith(played.Select(match => match.PoolId).OfType<string>());
        if (poolIds.Count > 0)
        {
            var known = await pools.ListAsync(eventId, poolIds);
            var (divisions, names) = (await pools.DivisionsAsync(eventId, known), await pools.TeamNamesAsync(eventId, known));
            var ofPools = (await pools.MatchesAsync(eventId, poolIds)).ToLookup(match => match.PoolId);
            var stored = await ScoresAsync(eventId, ofPools.SelectMany(match => match));
            foreach (var pool in known)
                await RankAsync(liveEvent, pool, divisions[pool.DivisionId], names, [.. ofPools[pool.Id]], stored);
        }

        if (played.Select(match => match.TieId).OfType<string>().Distinct().ToList() is { Count: > 0 } ties)
        {
            var legs = await pools.LegsAsync(eventId, ties);
            Join(liveEvent, legs, await ScoresAsync(eventId, legs));
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
            eventId, dependent, all, await pools.ListAsync(eventId, sources.Select(source => source.Pool).OfType<string>().ToHashSet()), await ScoresAsync(eventId, all));

        bool IsChanged(SideSource source) => source.Match is { } match ? changed.Contains(match) : source.Pool is { } pool && poolIds.Contains(pool);
    }

    private async Task<IReadOnlyDictionary<MatchId, Score>> ScoresAsync(EventId eventId, IEnumerable<Match> ofMatches) =>
        (await scores.ListAsync(eventId, [.. ofMatches.Select(match => match.Id)])).ToDictionary(score => score.MatchId);

    private async Task RankAsync(
        LiveEvent liveEvent, Pool pool, Division division, IReadOnlyDictionary<int, string> teams, IReadOnlyList<Match> ofPool, IReadOnlyDictionary<MatchId, Score> stored)
    {
        var choice = division.StandingsIn(liveEvent);
        var rules = choice.Resolve()!;
        var cards = rules.Criteria.Contains(StandingCriterion.FairPlay) ? await CardsAsync(liveEvent.Id, ofPool) : [];
        var manual = (pool.Ranks ?? []).ToDictionary(rank => rank.TeamId, rank => new ManualRank(rank.Rank, rank.Reason));
        var rows = StandingTable.Create(
            [.. pool.Teams.Select(team => new StandingTeam(team, Manual: manual.GetValueOrDefault(team)))],
            ofPool.Where(match => stored.TryGetValue(match.Id, out var score) && score.Status is MatchStatus.Final).Select(match => PoolMatch.Of(match, stored[match.Id], cards.GetValueOrDefault(match.Id))).OfType<StandingMatch>(),
            rules);
        var isComplete = ofPool.Count > 0 && ofPool.All(match => stored.TryGetValue(match.Id, out var score) && score.Status.IsOver());
        pool.Rank(rows, isComplete, known => StandingsView.Of(known, division, teams, choice), time.Now());
    }

    private async Task<Dictionary<MatchId, MatchCards>> CardsAsync(EventId eventId, IReadOnlyList<Match> ofPool) =>
        (await incidents.ListAsync(eventId, [.. ofPool.Select(match => match.Id)], MatchCards.Kinds)).GroupBy(card => card.MatchId).ToDictionary(match => match.Key, MatchCards.Of);

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
        // Readers who get a match only now lack its claim and its score.
        foreach (var claim in (await claims.ListAsync(eventId, moved.Keys)).Where(claim => !claim.HasExpired(time.Now())))
            claim.Republish(moved[claim.MatchId].Subject, time.Now());
        foreach (var match in moved.Values.Where(match => stored.ContainsKey(match.Id)))
            stored[match.Id].Republish(match.Subject, time.Now());
    }
}
