namespace LiveFeed.Domain.Brackets;

/// <summary>Generates the matches of a valid draw.</summary>
internal static class DrawMatches
{
    /// <summary>Returns the matches, with the ids 1, 2, 3 in the order in which they can be played.</summary>
    public static IReadOnlyList<BracketMatch> Create(NewDraw draw, IReadOnlyList<SeededTeam> teams, IReadOnlyList<BracketPool> pools, ScheduledDivision division)
    {
        var options = new EliminationOptions(draw.ThirdPlace, draw.Consolation, SeparateGroups: true, draw.ResetFinal);
        if (draw.IsPooled)
            return PoolPlay.Create(pools, draw.Legs ?? 1, draw.Advancing ?? 0, options).Matches;
        var firstRound = draw.FromPools is { } places
            ? PoolPlay.FirstRoundOf(PoolsOf(places, division), places.First)
            : FirstRound.Create(Entrant.FromTeams(teams), options.SeparateGroups);
        var builder = new BracketBuilder(options.FirstNumber);
        if (draw.Kind is DrawKind.DoubleElimination)
            DoubleElimination.Add(builder, firstRound, options);
        else
            SingleElimination.Add(builder, firstRound, options);
        return builder.Matches;
    }

    private static List<BracketPool> PoolsOf(DrawPlaces places, ScheduledDivision division)
    {
        List<BracketPool> pools = [.. (division.Pools.Value ?? []).Where(pool => pool.Teams is not null).Select(pool => new BracketPool(pool.Id, pool.Name, pool.NamedTeams))];
        return places.Pools is { } ids ? [.. ids.Select(id => pools.First(pool => pool.Id == id))] : pools;
    }
}
