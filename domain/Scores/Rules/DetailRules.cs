using System.Text.RegularExpressions;

namespace LiveFeed.Domain.Scores;

/// <summary>What can't be in the details of a score, whatever its format is.</summary>
internal static partial class DetailRules
{
    private const int MaxPoints = 999;

    /// <summary>Adds what can't be.</summary>
    public static void Check(ScoreDetails? details, MatchStatus status, List<ScoreViolation> violations)
    {
        if (details?.Outcome is { } outcome)
            CheckOutcome(outcome, status, violations);
        if (details?.Decider is { } decider)
            CheckDecider(decider, status, violations);
        if (details?.Points is { } points && !(Point().IsMatch(points.Team1) && Point().IsMatch(points.Team2)))
            violations.Add(new("points", "The points of a game are 0, 15, 30, 40 or AD, those of a tie-break numbers up to 999."));
        if (details?.Server is not (null or 1 or 2))
            violations.Add(new("server", "The server is team 1 or 2."));
    }

    private static void CheckOutcome(Outcome outcome, MatchStatus status, List<ScoreViolation> violations)
    {
        if (status != MatchStatus.Final)
            violations.Add(new("status", "A match with an outcome is final."));
        if (!Enum.IsDefined(outcome.Kind))
            violations.Add(new("outcome.kind", "There is no such outcome."));
        if (outcome.Winner is not (null or 1 or 2))
            violations.Add(new("outcome.winner", "The winner is team 1 or 2, or null for nobody."));
        else if (outcome is { Kind: OutcomeKind.Drawn, Winner: not null })
            violations.Add(new("outcome.winner", "Nobody wins a draw."));
        else if (outcome is { Kind: OutcomeKind.Retired or OutcomeKind.Awarded, Winner: null })
            violations.Add(new("outcome.winner", "Say who won: 1 or 2."));
        if (outcome.Note is { } note && !DisplayText.IsValid(note, Outcome.MaxNote))
            violations.Add(new("outcome.note", $"A note has 1 to {Outcome.MaxNote} characters, without line breaks."));
    }

    private static void CheckDecider(Decider decider, MatchStatus status, List<ScoreViolation> violations)
    {
        if (!Enum.IsDefined(decider.Kind))
            violations.Add(new("decider.kind", "There is no such decider."));
        if (decider.Team1 is < 0 or > MaxPoints)
            violations.Add(new("decider.team1", $"A number from 0 to {MaxPoints}."));
        if (decider.Team2 is < 0 or > MaxPoints)
            violations.Add(new("decider.team2", $"A number from 0 to {MaxPoints}."));
        if (status is MatchStatus.Scheduled or MatchStatus.Postponed)
            violations.Add(new("decider", "A match that hasn't begun has no decider."));
    }

    [GeneratedRegex(@"\A(?:\d{1,3}|AD)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Point();
}
