namespace LiveFeed.Domain.Standings;

/// <summary>The rules by which a pool's teams are ranked.</summary>
/// <param name="Points">The points for a match.</param>
/// <param name="Outcomes">How matches count that did not end by play.</param>
/// <param name="Criteria">What teams are compared by, in this order.</param>
/// <param name="HeadToHead">What happens to teams that are still level after some were separated.</param>
public sealed record StandingRules(
    PointsScheme Points, OutcomeRules Outcomes, IReadOnlyList<StandingCriterion> Criteria, HeadToHeadMode HeadToHead = HeadToHeadMode.Once)
{
    public FairPlayScheme FairPlay { get; init; } = FairPlayScheme.Fifa;

    /// <summary>Returns what is wrong with the list of criteria, or null.</summary>
    public string? Validate()
    {
        if (Criteria.Count == 0)
            return "Give at least one criterion.";
        // Each criterion may stand once, so that there can't be more than there are words.
        if (Criteria.GroupBy(criterion => criterion).Any(group => group.Count() > 1))
            return "Each criterion may be in the list once.";
        return Criteria.Any(criterion => criterion is StandingCriterion.Manual or StandingCriterion.Level)
            ? "A rank by hand and a shared rank are results. Teams can't be compared by them."
            : null;
    }

    internal static bool IsHeadToHead(StandingCriterion criterion) =>
        criterion is >= StandingCriterion.HeadToHead and <= StandingCriterion.HeadToHeadAwayGoals;
}
