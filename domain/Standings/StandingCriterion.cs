namespace LiveFeed.Domain.Standings;

/// <summary>
/// What teams are compared by. Those whose names begin with HeadToHead count only the matches among the teams that are still level; all others
/// count every match of the pool. More is always better.
/// </summary>
public enum StandingCriterion
{
    /// <summary>Points by the scheme of the rules, less deductions.</summary>
    Points,

    MatchesWon,

    /// <summary>Completed matches. Whoever retired from a match may not have completed it (<see cref="OutcomeRules.RetiredIsCompleted"/>).</summary>
    MatchesPlayed,

    /// <summary>Sets won, divided by sets lost.</summary>
    SetRatio,

    /// <summary>Points scored, divided by points lost: rally points, or games in tennis.</summary>
    PointRatio,

    SetDifference,

    PointDifference,

    /// <summary>The same number as <see cref="PointDifference"/>, by the name that sports with goals have for it.</summary>
    GoalDifference,

    GoalsFor,

    /// <summary>Goals scored as team 2.</summary>
    AwayGoals,

    /// <summary>Points by the scheme of the rules, without deductions.</summary>
    HeadToHead,

    /// <summary>Matches won, if exactly two teams are level; nothing otherwise.</summary>
    HeadToHeadOfTwo,

    /// <summary>A team that has beaten all the others comes first, one that has lost to all of them comes last.</summary>
    HeadToHeadSweep,

    HeadToHeadMatchesWon,

    HeadToHeadSetRatio,

    HeadToHeadPointRatio,

    /// <summary>Points or goals, less those of the opponents.</summary>
    HeadToHeadDifference,

    HeadToHeadGoals,

    HeadToHeadAwayGoals,

    /// <summary>Fewer and milder cards.</summary>
    FairPlay,

    /// <summary>A ranking outside the pool, or the seed.</summary>
    Ranking,

    DrawnLots,

    /// <summary>Only as a result: an organizer fixed the rank of one of the two.</summary>
    Manual,

    /// <summary>Only as a result: nothing separated the two, and they share a rank.</summary>
    Level,
}
