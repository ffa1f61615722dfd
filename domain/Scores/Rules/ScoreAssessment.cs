namespace LiveFeed.Domain.Scores;

/// <summary>A sport's judgement of a score.</summary>
/// <param name="SetsWon1">Sets (or periods) team 1 has won; 0 for a score that is not possible.</param>
/// <param name="SetsWon2">Sets (or periods) team 2 has won; 0 for a score that is not possible.</param>
/// <param name="Winner">1 or 2; null while undecided, for a draw, and for a score that is not possible.</param>
/// <param name="Warnings">Oddities of a possible score; empty for a score that is not possible.</param>
/// <param name="Violations">The reasons why the score is not possible.</param>
public sealed record ScoreAssessment(
    int SetsWon1,
    int SetsWon2,
    int? Winner,
    IReadOnlyList<ScoreWarning> Warnings,
    IReadOnlyList<ScoreViolation> Violations)
{
    /// <summary>Whether the score may be stored.</summary>
    public bool IsPossible => Violations.Count == 0;

    // Nothing is derived from an impossible score: a number made from nonsense would only look like a fact.
    internal static ScoreAssessment Impossible(IReadOnlyList<ScoreViolation> violations) => new(0, 0, null, [], violations);

    internal static ScoreAssessment Possible(int setsWon1, int setsWon2, int? winner, IReadOnlyList<ScoreWarning> warnings) =>
        new(setsWon1, setsWon2, winner, warnings, []);
}
