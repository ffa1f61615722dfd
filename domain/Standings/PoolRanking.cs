namespace LiveFeed.Domain.Standings;

/// <summary>Makes the standings of a pool: of teams that play each other, or of those in one place of several such pools.</summary>
internal sealed class PoolRanking(IIncidentStore incidents, TimeProvider time) : IDomainService
{
    /// <summary>Ranks a pool by the results as they are now.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="division">Its division.</param>
    /// <param name="teams">The names of its teams by id.</param>
    /// <param name="known">The pools that its teams come from, if they do; these are ranked already.</param>
    /// <param name="ofPools">The matches of all these pools.</param>
    /// <param name="stored">The scores of these matches.</param>
    public async Task RankAsync(
        LiveEvent liveEvent, Pool pool, Division division, IReadOnlyDictionary<int, string> teams, IReadOnlyDictionary<string, Pool> known, ILookup<string?, Match> ofPools,
        IReadOnlyDictionary<MatchId, Score> stored)
    {
        List<Pool> compared = pool.PlacesFrom is { } from ? [.. from.Pools.Select(id => known[id])] : [];
        var counted = pool.Counted().SelectMany(id => ofPools[id]).ToList();
        var choice = division.StandingsIn(liveEvent, counted.Select(match => match.PlayedIn).OfType<FormatChoice>());
        var rules = choice.Resolve()!;
        var cards = rules.Criteria.Contains(StandingCriterion.FairPlay) ? await CardsAsync(liveEvent.Id, counted) : [];
        var manual = (pool.Ranks ?? []).ToDictionary(rank => rank.TeamId, rank => new StandingTeam(rank.TeamId, Manual: new ManualRank(rank.Rank, rank.Reason)));
        if (pool.PlacesFrom is { } places)
        {
            var placed = PlacedTeams.Rank([.. compared.Select(one => new RankedPool(one.Rows, Results(one)))], places.Place, rules, places.EqualizeSizes, manual);
            // A place that level teams share has no team yet.
            pool.Rank(placed, placed.Count == compared.Count && compared.TrueForAll(one => one.IsComplete), View, time.Now());
            return;
        }

        var rows = StandingTable.Create([.. pool.Teams.Select(team => manual.GetValueOrDefault(team) ?? new StandingTeam(team))], Results(pool), rules);
        var isComplete = ofPools[pool.Id].Any() && ofPools[pool.Id].All(match => stored.TryGetValue(match.Id, out var score) && score.Status.IsOver());
        pool.Rank(rows, isComplete, View, time.Now());

        StandingsView View(Pool ranked) => StandingsView.Of(ranked, division, teams, choice);

        List<StandingMatch> Results(Pool of) =>
        [
            .. ofPools[of.Id].Where(match => stored.TryGetValue(match.Id, out var score) && score.Status is MatchStatus.Final)
                .Select(match => PoolMatch.Of(match, stored[match.Id], cards.GetValueOrDefault(match.Id))).OfType<StandingMatch>(),
        ];
    }

    private async Task<Dictionary<MatchId, MatchCards>> CardsAsync(EventId eventId, IEnumerable<Match> counted) =>
        (await incidents.ListAsync(eventId, [.. counted.Select(match => match.Id)], MatchCards.Kinds)).GroupBy(card => card.MatchId).ToDictionary(match => match.Key, MatchCards.Of);
}
