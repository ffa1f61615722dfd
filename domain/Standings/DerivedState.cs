using LiveFeed.Domain.Brackets;
using MediatR;

namespace LiveFeed.Domain.Standings;

internal sealed class DerivedState(
    IEventStore events, IPoolStore pools, IMatchStore matches, IScoreStore scores, IClaimStore claims, IRaisedNotifications raised, IMediator mediator, TimeProvider time)
    : IDerivedState
{
    public async Task UpdateAsync(EventId eventId, IReadOnlySet<MatchId>? changed)
    {
        var dependent = await pools.DependentMatchesAsync(eventId);
        var played = changed is null ? null : await matches.ListAsync(eventId, changed);
        var ofChanged = played?.Select(match => match.PoolId).OfType<string>().ToHashSet();
        var known = ofChanged is null
            ? await pools.ListAsync(eventId)
            : await pools.ListAsync(eventId, [.. ofChanged.Union(dependent.SelectMany(match => new[] { match.Team1From?.Pool, match.Team2From?.Pool }).OfType<string>())]);
        var ties = played is null ? await pools.TiesAsync(eventId) : [.. played.Select(match => match.TieId).OfType<string>().Distinct()];
        if (known.Count + dependent.Count + ties.Count == 0 || await events.FindAsync(eventId) is not { } liveEvent)
            return;
        foreach (var pool in known.Where(pool => ofChanged?.Contains(pool.Id) != false))
            await RankAsync(liveEvent, pool);
        await JoinAsync(liveEvent, ties);
        if (dependent.Count > 0)
            await FillInAsync(eventId, known, dependent);
        while (raised.Take() is { Count: > 0 } notifications)
        {
            foreach (var notification in notifications)
                await mediator.Publish(notification, CancellationToken.None);
        }
    }

    private async Task RankAsync(LiveEvent liveEvent, Pool pool)
    {
        var ofPool = await pools.MatchesAsync(liveEvent.Id, pool.Id);
        var byMatch = (await scores.ListAsync(liveEvent.Id, [.. ofPool.Select(match => match.Id)])).ToDictionary(score => score.MatchId);
        var (division, teams) = (await pools.DivisionAsync(pool), await pools.TeamNamesAsync(pool));
        var choice = division.Standings ?? StandingsChoice.For(liveEvent.MatchFormat);
        var manual = (pool.Ranks ?? []).ToDictionary(rank => rank.TeamId, rank => new ManualRank(rank.Rank, rank.Reason));
        var rows = StandingTable.Create(
            [.. pool.Teams.Select(team => new StandingTeam(team, Manual: manual.GetValueOrDefault(team)))],
            ofPool.Where(match => byMatch.TryGetValue(match.Id, out var score) && score.Status is MatchStatus.Final).Select(match => PoolMatch.Of(match, byMatch[match.Id])).OfType<StandingMatch>(),
            choice.Resolve()!);
        var isComplete = ofPool.Count > 0 && ofPool.All(match => byMatch.TryGetValue(match.Id, out var score) && score.Status.IsOver());
        pool.Rank(rows, isComplete, known => StandingsView.Of(known, division, teams, choice), time.Now());
    }

    /// <summary>Says in the scores of each tie's legs who has won the tie.</summary>
    private async Task JoinAsync(LiveEvent liveEvent, IReadOnlyList<string> ties)
    {
        if (ties.Count == 0)
            return;
        var legs = await pools.LegsAsync(liveEvent.Id, ties);
        var byMatch = (await scores.ListAsync(liveEvent.Id, [.. legs.Select(match => match.Id)])).ToDictionary(score => score.MatchId);
        foreach (var tie in legs.Where(match => match.Leg is not null).GroupBy(match => match.TieId!))
        {
            var (first, second) = (tie.FirstOrDefault(match => match.Leg == 1), tie.FirstOrDefault(match => match.Leg == 2));
            var isExchanged = first?.Team1Id is not null && first.Team1Id == second?.Team2Id;
            var winner = first is not null && second is not null && byMatch.TryGetValue(first.Id, out var one) && byMatch.TryGetValue(second.Id, out var other)
                ? TwoLegs.FindWinner(first.FormatIn(liveEvent), one, other, isExchanged)
                : null;
            foreach (var match in tie)
            {
                if (byMatch.TryGetValue(match.Id, out var score) && score.Status is MatchStatus.Final or MatchStatus.InProgress
                    && score.Join(new TieView(tie.Key, match == second ? TwoLegs.InFirst(winner, isExchanged) : winner), match.Subject, time.Now()) is { } revision)
                    scores.Add(revision);
            }
        }
    }

    /// <summary>Fills in the teams that results decide, and takes back those that they decide no more. A match that has a score keeps its teams.</summary>
    private async Task FillInAsync(EventId eventId, IReadOnlyList<Pool> known, IReadOnlyList<Match> dependent)
    {
        var ids = dependent.Select(match => match.Id).ToHashSet();
        var sources = dependent.SelectMany(match => new[] { match.Team1From?.Match, match.Team2From?.Match }).OfType<MatchId>().Where(id => !ids.Contains(id)).ToHashSet();
        List<Match> all = [.. dependent, .. await matches.ListAsync(eventId, sources)];
        var stored = await scores.ListAsync(eventId, [.. all.Select(match => match.Id)]);
        var results = new BracketResults(
            stored.Where(score => score is { Status: MatchStatus.Final, Winner: not null }).ToDictionary(score => score.MatchId, score => score.Winner!.Value),
            known.Where(pool => pool.IsComplete).ToDictionary(pool => pool.Id, Places),
            stored.Where(score => !score.IsEmpty).Select(score => score.MatchId).ToHashSet());
        var filled = BracketFilling.Fill([.. all.Select(match => match.ToBracket())], results).Matches.ToDictionary(match => match.Id);
        var moved = dependent.Where(match => match.FillIn(filled[match.Id].Side1.TeamId, filled[match.Id].Side2.TeamId, time.Now())).ToDictionary(match => match.Id);
        if (moved.Count == 0)
            return;
        // Readers who get a match only now lack its claim and its score.
        foreach (var claim in (await claims.ListAsync(eventId, moved.Keys)).Where(claim => !claim.HasExpired(time.Now())))
            claim.Republish(moved[claim.MatchId].Subject, time.Now());
        foreach (var score in stored.Where(score => moved.ContainsKey(score.MatchId)))
            score.Republish(moved[score.MatchId].Subject, time.Now());
    }

    private static IReadOnlyList<int?> Places(Pool pool) => [.. Enumerable.Range(1, pool.Rows.Count)
        .Select(place => pool.Rows.Where(row => row.Rank == place).ToList() is [var only] ? only.TeamId : (int?)null)];
}
