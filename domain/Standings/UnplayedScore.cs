namespace LiveFeed.Domain.Standings;

/// <summary>The score by which a match counts that was not played.</summary>
/// <param name="SetsToWin">The sets that the winner gets.</param>
/// <param name="SetTo">The points that the winner gets in each of them.</param>
/// <param name="DecidingSetTo">The points that the deciding set goes to, for matches that were not played to their end.</param>
public sealed record UnplayedScore(int SetsToWin, int SetTo, int DecidingSetTo)
{
    // In sports whose unfinished sets are filled in, a set is won by two.
    private const int Lead = 2;

    /// <summary>Returns the score of a match that was not played at all: won, and nothing for the other side.</summary>
    internal (int Sets, int Points) Full => (SetsToWin, SetsToWin * SetTo);

    /// <summary>Returns the sets and points that the winner still needed when the match ended.</summary>
    internal (int Sets, int Points) Missing(StandingMatch match)
    {
        var winsFirst = match.Winner == 1;
        var won = winsFirst ? match.SetsWon.Team1 : match.SetsWon.Team2;
        var set = match.SetsWon.Team1 + match.SetsWon.Team2;
        var (sets, points) = (0, 0);
        for (; won + sets < SetsToWin; sets++, set++)
        {
            var score = set < match.Sets.Count ? match.Sets[set] : default;
            var (own, other) = winsFirst ? (score.Team1, score.Team2) : (score.Team2, score.Team1);
            points += Math.Max(0, Math.Max(set == 2 * (SetsToWin - 1) ? DecidingSetTo : SetTo, other > 0 ? other + Lead : 0) - own);
        }

        return (sets, points);
    }
}
