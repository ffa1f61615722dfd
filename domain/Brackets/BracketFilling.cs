namespace LiveFeed.Domain.Brackets;

/// <summary>
/// Fills in the teams of sides that have a source. All sides are computed from the results as they are now, so that a correction is carried on,
/// and taken back, through any number of rounds, whatever was filled in before.
/// </summary>
internal static class BracketFilling
{
    /// <param name="matches">The matches as they are; valid by <see cref="BracketValidator"/>.</param>
    /// <param name="results">What is decided so far.</param>
    public static FilledBracket Fill(IReadOnlyList<BracketMatch> matches, BracketResults results)
    {
        if (!DependencyOrder.TryCreate(matches, [], out var order, out _))
            throw new ArgumentException("Some matches wait for each other.", nameof(matches));
        var filled = new Dictionary<MatchId, BracketMatch>(matches.Count);
        var conflicts = new List<SideConflict>();
        foreach (var match in order)
            filled[match.Id] = Fill(match, filled, results, conflicts);
        return new FilledBracket([.. matches.Select(match => filled[match.Id])], conflicts);
    }

    private static BracketMatch Fill(BracketMatch match, Dictionary<MatchId, BracketMatch> filled, BracketResults results, List<SideConflict> conflicts)
    {
        var hasScore = results.Scored.Contains(match.Id);
        var side1 = Fill(1, match.Side1);
        var side2 = Fill(2, match.Side2);
        if (side1.TeamId is { } team && team == side2.TeamId)
        {
            // A team that was set by hand keeps its side, and so does one that has a score in this match.
            var keeps2 = match.Side2.From is null || (match.Side1.From is not null && hasScore && match.Side1.TeamId is null);
            conflicts.Add(new SideConflict(match.Id, keeps2 ? 1 : 2, null, team));
            (side1, side2) = keeps2 ? (side1 with { TeamId = null }, side2) : (side1, side2 with { TeamId = null });
        }

        return match with { Side1 = side1, Side2 = side2 };

        BracketSide Fill(int number, BracketSide side)
        {
            if (side.From is null)
                return side;
            var source = Find(side.From, filled, results);
            if (!hasScore || side.TeamId is null || side.TeamId == source.TeamId)
                return side with { TeamId = source.TeamId, IsBye = source.IsBye };
            conflicts.Add(new SideConflict(match.Id, number, side.TeamId, source.TeamId));
            return side;
        }
    }

    private static BracketSide Find(SideSource source, Dictionary<MatchId, BracketMatch> filled, BracketResults results)
    {
        if (source is { Pool: { } pool, Place: { } place })
            return new BracketSide(results.Places.TryGetValue(pool, out var teams) && place <= teams.Count ? teams[place - 1] : null);
        if (source.Match is not { } id || !filled.TryGetValue(id, out var match))
            return new BracketSide();
        var wantsWinner = source.WinnerOf is not null;
        if (!match.IsPlayed)
            return wantsWinner ? match.Side1.IsBye ? match.Side2 : match.Side1 : new BracketSide(IsBye: true);
        if (!results.Winners.TryGetValue(id, out var winner))
            return new BracketSide();
        return wantsWinner == (winner == 1) ? match.Side1 : match.Side2;
    }
}
