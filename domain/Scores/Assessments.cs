namespace LiveFeed.Domain.Scores;

internal static class Assessments
{
    public static SportRules Rules(this LiveEvent liveEvent) =>
        Sports.TryGet(liveEvent.Sport, liveEvent.BestOf, out var rules)
            ? rules
            : throw new InvalidOperationException($"The stored event {liveEvent.Id} has the unknown sport {liveEvent.Sport}.");

    public static Error? ToError(this ScoreAssessment assessment) => assessment.IsPossible
        ? null
        : new Error(
            ErrorCode.InvalidScore,
            "This score can't be: " + assessment.Violations[0].Message,
            assessment.Violations.GroupBy(violation => violation.Field)
                .ToDictionary(group => group.Key, group => group.Select(violation => violation.Message).ToArray()));
}
