using static LiveFeed.Domain.Standings.StandingCriterion;

namespace LiveFeed.Domain.Standings;

/// <summary>The rules of well-known competitions. Check a competition's current book before a place depends on it: they change.</summary>
public static class StandingPresets
{
    private static readonly PointsScheme ThreeForWin = new(3, 1, 0);
    private static readonly OutcomeRules Goals = new(new UnplayedScore(SetsToWin: 1, SetTo: 3, DecidingSetTo: 3));

    // FIVB Official Volleyball Rules 6.4: who forfeits loses 0-3, each set 0-25 (6.4.1, 6.4.2); an incomplete team keeps its points (6.4.3).
    private static readonly OutcomeRules Indoor = new(new UnplayedScore(SetsToWin: 3, SetTo: 25, DecidingSetTo: 15), RetiredScore.FilledIn);
    private static readonly PointsScheme IndoorPoints = new(3, 0, 0) { NarrowWin = 2, NarrowLoss = 1 };

    // Two teams: their match. Three and more: the same criteria again, by their own matches.
    private static readonly StandingCriterion[] IndoorLevel =
        [SetRatio, PointRatio, HeadToHeadOfTwo, HeadToHeadMatchesWon, HeadToHead, HeadToHeadSetRatio, HeadToHeadPointRatio];

    /// <summary>
    /// FIVB, pool ranking criteria of the Nations League and World Championships since 2019: matches won; points (3-0 and 3-1: 3 and 0, 3-2: 2
    /// and 1, forfeit 0); set ratio; point ratio; the match between two, or the same again among three and more.
    /// </summary>
    public static StandingRules Fivb { get; } = new(IndoorPoints, Indoor, [MatchesWon, Points, .. IndoorLevel], HeadToHeadMode.Reapplied);

    /// <summary>
    /// FIVB beach volleyball, pool play: 2 points for a win, 1 for a loss, 0 for a forfeit; the match between two; sets, then points among three
    /// and more, then over all matches. Rule 6.4 of the Official Beach Volleyball Rules: who forfeits loses 0-2, each set 0-21.
    /// </summary>
    public static StandingRules FivbBeach { get; } = new(
        new PointsScheme(2, 0, 1) { UnplayedLoss = 0 },
        new OutcomeRules(new UnplayedScore(SetsToWin: 2, SetTo: 21, DecidingSetTo: 15), RetiredScore.FilledIn),
        [Points, HeadToHeadOfTwo, HeadToHeadSetRatio, HeadToHeadPointRatio, SetRatio, PointRatio, Ranking], HeadToHeadMode.Reapplied);

    /// <summary>CEV European cups, and many national volleyball leagues: as FIVB, but points come before matches won.</summary>
    public static StandingRules Cev { get; } = new(IndoorPoints, Indoor, [Points, MatchesWon, .. IndoorLevel], HeadToHeadMode.Reapplied);

    /// <summary>
    /// Pools of US club volleyball (tournament handbooks after USA Volleyball's): matches won; two level teams always by their match; three: who
    /// beat both others or lost to both, then sets and points in per cent. A play-off set decides the rest: fix the ranks by hand after it.
    /// </summary>
    public static StandingRules UsClubs { get; } = new(
        new PointsScheme(1, 0, 0), new OutcomeRules(new UnplayedScore(SetsToWin: 2, SetTo: 25, DecidingSetTo: 15), RetiredScore.FilledIn),
        [MatchesWon, HeadToHeadSweep, SetRatio, PointRatio], HeadToHeadMode.Restarted);

    /// <summary>
    /// Northern Ireland Volleyball, best of three: points (2-0: 3 and 0, 2-1: 2 and 1, forfeit -1), matches won, sets, points, the matches among
    /// level teams.
    /// </summary>
    public static StandingRules Nivb { get; } = new(
        new PointsScheme(3, 0, 0) { NarrowWin = 2, NarrowLoss = 1, UnplayedLoss = -1 },
        new OutcomeRules(new UnplayedScore(SetsToWin: 2, SetTo: 25, DecidingSetTo: 15), RetiredScore.FilledIn),
        [Points, MatchesWon, SetRatio, PointRatio, HeadToHead]);

    /// <summary>
    /// FIFA World Cup 2022 (and 2018), regulations, Article 12: points, goal difference, goals; then points, goal difference, goals among the
    /// level teams; fair play; lots.
    /// </summary>
    public static StandingRules Fifa2022 { get; } = new(
        ThreeForWin, Goals, [Points, GoalDifference, GoalsFor, HeadToHead, HeadToHeadDifference, HeadToHeadGoals, FairPlay, DrawnLots]);

    /// <summary>
    /// FIFA World Cup 2026, regulations: points; points, goal difference, goals among the level teams, again for those still level; goal
    /// difference and goals in all matches; conduct; FIFA ranking.
    /// </summary>
    public static StandingRules Fifa2026 { get; } = new(
        ThreeForWin, Goals, [Points, HeadToHead, HeadToHeadDifference, HeadToHeadGoals, GoalDifference, GoalsFor, FairPlay, Ranking], HeadToHeadMode.Reapplied);

    /// <summary>A league by 3, 1 and 0 points, goal difference and goals, as the Premier League's and the Bundesliga's first criteria.</summary>
    public static StandingRules League { get; } = new(ThreeForWin, Goals, [Points, GoalDifference, GoalsFor]);

    /// <summary>
    /// A league in which the matches among level teams come before the goals of all (La Liga: RFEF, Reglamento General; Serie A: FIGC, NOIF,
    /// Article 51): their points, their goal difference, goal difference, goals.
    /// </summary>
    public static StandingRules LeagueHeadToHead { get; } = new(
        ThreeForWin, Goals, [Points, HeadToHead, HeadToHeadDifference, GoalDifference, GoalsFor, FairPlay]);

    /// <summary>
    /// ATP Finals and other round robins of the ATP rulebook: matches won; matches completed; two: their match; three: sets, games, ranking; as
    /// soon as one is separated, the match between the two others. A retirement or default counts as straight sets, without games, and who retires
    /// has not completed the match.
    /// </summary>
    public static StandingRules AtpRoundRobin { get; } = new(
        new PointsScheme(1, 0, 0),
        new OutcomeRules(new UnplayedScore(SetsToWin: 2, SetTo: 0, DecidingSetTo: 0), RetiredScore.AsUnplayed, RetiredIsCompleted: false),
        [MatchesWon, MatchesPlayed, HeadToHeadOfTwo, SetRatio, PointRatio, Ranking], HeadToHeadMode.Restarted);

    /// <summary>
    /// ITTF regulations for international competitions, 3.7.5 "Group competitions": 2 points for a win, 1 for a loss, 0 for a match not played or
    /// not finished; among the level: points, games, points; results of who is placed don't count any more for the others; lots.
    /// </summary>
    public static StandingRules Ittf { get; } = new(
        new PointsScheme(2, 0, 1) { UnplayedLoss = 0, RetiredLoss = 0 },
        new OutcomeRules(new UnplayedScore(SetsToWin: 3, SetTo: 11, DecidingSetTo: 11), RetiredScore.FilledIn),
        [Points, HeadToHead, HeadToHeadSetRatio, HeadToHeadPointRatio, DrawnLots], HeadToHeadMode.Restarted);

    /// <summary>
    /// BWF General Competition Regulations, group ranking: matches won; two: their match; three: games won less games lost, then points; as soon as
    /// two are left, their match; lots.
    /// </summary>
    public static StandingRules Bwf { get; } = new(
        new PointsScheme(1, 0, 0), new OutcomeRules(new UnplayedScore(SetsToWin: 2, SetTo: 21, DecidingSetTo: 21), RetiredScore.FilledIn),
        [MatchesWon, HeadToHeadOfTwo, SetDifference, PointDifference, DrawnLots], HeadToHeadMode.Restarted);

    /// <summary>All of them, by the names that organizers choose them by.</summary>
    public static IReadOnlyDictionary<string, StandingRules> All { get; } = new Dictionary<string, StandingRules>
    {
        ["fivb"] = Fivb,
        ["fivbBeach"] = FivbBeach,
        ["cev"] = Cev,
        ["usClubs"] = UsClubs,
        ["nivb"] = Nivb,
        ["fifa2022"] = Fifa2022,
        ["fifa2026"] = Fifa2026,
        ["league"] = League,
        ["leagueHeadToHead"] = LeagueHeadToHead,
        ["atpRoundRobin"] = AtpRoundRobin,
        ["ittf"] = Ittf,
        ["bwf"] = Bwf,
    };
}
