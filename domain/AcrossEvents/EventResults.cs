namespace LiveFeed.Domain.AcrossEvents;

/// <summary>What each team of one event has got from its matches.</summary>
/// <param name="Event">The event.</param>
/// <param name="Teams">The teams with at least one match that counts, by id.</param>
public sealed record EventResults(EventView Event, IReadOnlyList<TeamRecord> Teams)
{
    /// <summary>
    /// Counts every final match of two teams, in a pool or not, by the rules of its division's standings. A tie counts as one match; its rubbers don't count beside it.
    /// </summary>
    public static EventResults From(LiveEvent liveEvent, StoredSchedule plan, IReadOnlyDictionary<MatchId, Score> scores)
    {
        var ofPools = plan.Matches.Values.Where(match => match.PoolId is not null).ToLookup(match => match.PoolId!);
        var poolRules = ofPools.ToDictionary(pool => pool.Key, pool => Rules(plan.Pools[pool.Key].DivisionId, [.. pool]));
        var results = plan.Matches.Values.Where(match => match.PartOf is null && scores.TryGetValue(match.Id, out var score) && score.Status is MatchStatus.Final)
            .SelectMany(match => PoolMatch.Of(match, scores[match.Id], default) is { } counted
                ? TeamResult.FromMatch(counted, match.PoolId is { } pool ? poolRules[pool] : Rules(match.DivisionId, [match]))
                : [])
            .ToLookup(result => result.TeamId, result => result.Tally);
        return new EventResults(
            liveEvent.ToView(),
            [.. results.OrderBy(team => team.Key).Select(team => TeamRecord.Of(plan.Teams[team.Key].Name, team.Aggregate((sum, tally) => sum + tally)))]);

        StandingRules Rules(int? divisionId, IReadOnlyList<Match> matches) => (divisionId is { } id
            ? plan.Divisions[id].StandingsIn(liveEvent, matches.Select(match => match.PlayedIn).OfType<FormatChoice>())
            : StandingsChoice.For(matches[0].FormatIn(liveEvent))).Resolve()!;
    }
}
