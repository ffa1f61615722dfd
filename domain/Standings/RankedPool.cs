namespace LiveFeed.Domain.Standings;

/// <summary>A pool and its standings, to be compared with others.</summary>
/// <param name="Rows">The pool's standings.</param>
/// <param name="Matches">The pool's matches.</param>
internal sealed record RankedPool(IReadOnlyList<StandingRow> Rows, IReadOnlyList<StandingMatch> Matches)
{
    /// <summary>Returns the team in a place, from 1; null if there is none, or if several teams share the place.</summary>
    public StandingRow? InPlace(int place) =>
        place >= 1 && place <= Rows.Count && Rows.Count(row => row.Rank == Rows[place - 1].Rank) == 1 ? Rows[place - 1] : null;

    /// <summary>Returns whether the teams in a place and in the next one are level, so that nobody knows which of them comes first.</summary>
    public bool IsShared(int place) => place >= 1 && place < Rows.Count && Rows[place - 1].Rank == Rows[place].Rank;

    /// <summary>Returns the matches without those against teams in places that a pool of <paramref name="size"/> teams doesn't have.</summary>
    public IEnumerable<StandingMatch> MatchesAgainstFirst(int size)
    {
        var others = Rows.Skip(size).Select(row => row.TeamId).ToHashSet();
        return Matches.Where(match => !others.Contains(match.Team1Id) && !others.Contains(match.Team2Id));
    }
}
