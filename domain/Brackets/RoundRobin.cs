namespace LiveFeed.Domain.Brackets;

/// <summary>Everybody plays everybody else, by the circle method.</summary>
internal static class RoundRobin
{
    /// <summary>
    /// Returns the pairs of each round, the home team first. Each team is home as often as away, or once more or less if its matches are odd in
    /// number. With an odd number of teams, one of them pauses in each round.
    /// </summary>
    /// <param name="teams">The teams.</param>
    /// <param name="legs">How often each two meet; in every second leg the other one is home.</param>
    public static IReadOnlyList<IReadOnlyList<(int Home, int Away)>> Create(IReadOnlyList<int> teams, int legs = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(teams.Count, Entrant.Max);
        ArgumentOutOfRangeException.ThrowIfLessThan(legs, 1);
        if (teams.Count < 2)
            return [];
        List<List<(int Home, int Away)>> leg = [.. Enumerable.Range(0, teams.Count - 1 + (teams.Count % 2)).Select(round => Round(teams, round))];
        return [.. Enumerable.Range(0, legs).SelectMany(number => number % 2 == 0 ? leg : leg.Select(Swap))];
    }

    // All teams but one stand on a circle, and those opposite each other meet; the one beside it meets the team that has nobody opposite. Who is
    // home changes from pair to pair, and so for each team from round to round.
    private static List<(int Home, int Away)> Round(IReadOnlyList<int> teams, int round)
    {
        var circle = teams.Count - 1 + (teams.Count % 2);
        var pairs = new List<(int Home, int Away)>();
        if (teams.Count % 2 == 0)
            pairs.Add(round % 2 == 0 ? (teams[round], teams[^1]) : (teams[^1], teams[round]));
        for (var step = 1; step <= (circle - 1) / 2; step++)
        {
            var (one, other) = (teams[(round + step) % circle], teams[(round - step + circle) % circle]);
            pairs.Add(step % 2 == 1 ? (other, one) : (one, other));
        }

        return pairs;
    }

    private static List<(int Home, int Away)> Swap(List<(int Home, int Away)> round) => [.. round.Select(pair => (pair.Away, pair.Home))];
}
