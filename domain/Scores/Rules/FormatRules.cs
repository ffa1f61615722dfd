namespace LiveFeed.Domain.Scores;

/// <summary>
/// Judges scores by a format. Stateless, and safe for any number of threads. Each score is judged by itself, never against the one before
/// it: a correction may lower a score.
/// </summary>
/// <param name="maxPeriods">The most periods that a score can have.</param>
/// <param name="maxPoints">The most that a team can have in a period. No sport has such a limit: a number beyond it is certainly a typo.</param>
public abstract class FormatRules(int maxPeriods, int maxPoints)
{
    /// <summary>Returns the rules of a format.</summary>
    /// <param name="format">A format with every default written out.</param>
    public static FormatRules Of(MatchFormat format) => format.Kind switch
    {
        FormatKind.Sets => new SetsRules(format),
        FormatKind.Games => new GamesRules(format),
        FormatKind.Sum => new SumRules(format),
        FormatKind.Rubbers => new RubbersRules(format),
        _ => new GenericRules(format),
    };

    /// <summary>Judges a score and derives from it who has won what. Never throws, whatever the numbers are.</summary>
    public ScoreAssessment Assess(ScoreState score)
    {
        var violations = CheckLimits(score);
        DetailRules.Check(score.Details, score.Status, violations);
        CheckDetails(score, violations);
        return violations.Count > 0 ? ScoreAssessment.Impossible(violations) : Judge(score);
    }

    public ScoreAssessment Assess(IReadOnlyList<SetScore> sets, MatchStatus status) => Assess(new ScoreState(sets, status));

    /// <summary>Adds what can't be in this format about the points of tie-breaks, the running points and the decider.</summary>
    private protected abstract void CheckDetails(ScoreState score, List<ScoreViolation> violations);

    /// <summary>Judges a score whose numbers are within the limits.</summary>
    private protected abstract ScoreAssessment Judge(ScoreState score);

    /// <summary>Returns what is odd about the status in any sport, given the rest.</summary>
    private protected static List<ScoreWarning> CheckStatus(ScoreState score) => score.Status switch
    {
        MatchStatus.Scheduled or MatchStatus.Postponed when score.Sets.Any(set => set.HasPoints) => [ScoreWarnings.ScheduledWithPoints(score.Status)],
        MatchStatus.Final when score.Details?.Outcome is { Winner: null, Kind: not OutcomeKind.Drawn } => [ScoreWarnings.OutcomeWithoutWinner()],
        MatchStatus.Final when score.Sets.Count == 0 && score.Details?.Outcome is null => [ScoreWarnings.FinalWithoutSets()],
        _ => [],
    };

    /// <summary>Adds a violation for every member that the format has no use for.</summary>
    private protected static void RefuseTieBreaks(ScoreState score, List<ScoreViolation> violations)
    {
        for (var i = 0; i < score.Sets.Count && i < FormatFaults.MaxPeriods; i++)
        {
            if (score.Sets[i].TieBreak is not null)
                violations.Add(new($"sets[{i}].tieBreak", "Only a set of games has a tie-break."));
        }

        if (score.Details?.Points is not null)
            violations.Add(new("points", "Only a match of games has a running game. Put the points into the set."));
    }

    private protected static void RefuseDecider(ScoreState score, DeciderKind allowed, List<ScoreViolation> violations)
    {
        if (score.Details?.Decider is { } decider && decider.Kind != allowed)
            violations.Add(new("decider.kind", $"A match of this format has no decider but {Name(allowed)}."));

        static string Name(DeciderKind kind) => kind switch
        {
            DeciderKind.ShootOut => "shootOut",
            DeciderKind.GoldenSet => "goldenSet",
            _ => "matchTieBreak",
        };
    }

    /// <summary>Checks the limits that every sport has. Sets beyond the last allowed one are reported once, and not examined.</summary>
    private List<ScoreViolation> CheckLimits(ScoreState score)
    {
        var violations = new List<ScoreViolation>();
        if (!Enum.IsDefined(score.Status))
            violations.Add(new("status", "There is no such status."));

        for (var i = 0; i < Math.Min(score.Sets.Count, maxPeriods); i++)
        {
            CheckPoints(score.Sets[i].Team1, $"sets[{i}].team1", maxPoints, violations);
            CheckPoints(score.Sets[i].Team2, $"sets[{i}].team2", maxPoints, violations);
            if (score.Sets[i].TieBreak is not { } points)
                continue;
            CheckPoints(points.Team1, $"sets[{i}].tieBreak.team1", maxPoints, violations);
            CheckPoints(points.Team2, $"sets[{i}].tieBreak.team2", maxPoints, violations);
        }

        if (score.Sets.Count > maxPeriods)
            violations.Add(new($"sets[{maxPeriods}]", $"At most {maxPeriods} can be recorded, but there are {score.Sets.Count}."));

        return violations;
    }

    private static void CheckPoints(int points, string field, int most, List<ScoreViolation> violations)
    {
        if (points < 0)
            violations.Add(new(field, "A score cannot be negative."));
        else if (points > most)
            violations.Add(new(field, $"A score cannot be above {most}."));
    }
}
