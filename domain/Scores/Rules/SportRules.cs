namespace LiveFeed.Domain.Scores;

/// <summary>
/// The rules of one sport in one format, which judge scores. Stateless, and safe for any number of threads. Each score is judged by itself,
/// never against the one before it: a correction may lower a score.
/// </summary>
public abstract class SportRules
{
    /// <summary>The most points that a team can have in a set. No sport has such a limit: a number beyond it is certainly a typo.</summary>
    internal const int MaximumPoints = 999;

    // Only this assembly defines sports; everyone else gets them from Sports.
    private protected SportRules()
    {
    }

    /// <summary>The sport's name on the wire, one of <see cref="Sports.All"/>.</summary>
    public abstract string Sport { get; }

    /// <summary>The maximum number of sets in a match, the majority of which wins it; null if a match is not won by sets.</summary>
    public abstract int? BestOf { get; }

    /// <summary>Judges a score and derives from it who has won what. Never throws, whatever the numbers are.</summary>
    /// <param name="sets">The match's periods in the order of play.</param>
    /// <param name="status">How far the match has come.</param>
    public abstract ScoreAssessment Assess(IReadOnlyList<SetScore> sets, MatchStatus status);

    /// <summary>Checks the limits that every sport has. Sets beyond the last allowed one are reported once, and not examined.</summary>
    private protected static List<ScoreViolation> CheckLimits(IReadOnlyList<SetScore> sets, MatchStatus status, int maximumSets)
    {
        var violations = new List<ScoreViolation>();
        if (!Enum.IsDefined(status))
            violations.Add(new("status", "There is no such status."));

        for (var i = 0; i < Math.Min(sets.Count, maximumSets); i++)
        {
            CheckPoints(sets[i].Team1, $"sets[{i}].team1", violations);
            CheckPoints(sets[i].Team2, $"sets[{i}].team2", violations);
        }

        if (sets.Count > maximumSets)
            violations.Add(new($"sets[{maximumSets}]", $"At most {maximumSets} can be recorded, but there are {sets.Count}."));

        return violations;
    }

    /// <summary>Returns what is odd about the status in any sport, given the sets.</summary>
    private protected static List<ScoreWarning> CheckStatus(IReadOnlyList<SetScore> sets, MatchStatus status) => status switch
    {
        MatchStatus.Scheduled when sets.Any(set => set.HasPoints) => [ScoreWarnings.ScheduledWithPoints()],
        MatchStatus.Final when sets.Count == 0 => [ScoreWarnings.FinalWithoutSets()],
        _ => [],
    };

    private static void CheckPoints(int points, string field, List<ScoreViolation> violations)
    {
        if (points < 0)
            violations.Add(new(field, "A score cannot be negative."));
        else if (points > MaximumPoints)
            violations.Add(new(field, $"A score cannot be above {MaximumPoints}."));
    }
}
