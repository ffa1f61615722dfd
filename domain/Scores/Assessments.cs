namespace LiveFeed.Domain.Scores;

internal static class Assessments
{
    /// <summary>Judges a match's score by the format, also one that was stored before there were deciders.</summary>
    public static ScoreAssessment Assess(this MatchFormat format, Match match, ScoreState score) =>
        FormatRules.Of(format).Assess(SecondPeriod.AsShootOut(score, format) with { IsLeg = match.TieId is not null });

    public static Error? ToError(this ScoreAssessment assessment) => assessment.IsPossible
        ? null
        : new Error(
            ErrorCode.InvalidScore,
            "This score can't be: " + assessment.Violations[0].Message,
            assessment.Violations.GroupBy(violation => violation.Field)
                .ToDictionary(group => group.Key, group => group.Select(violation => violation.Message).ToArray()));
}
