namespace LiveFeed.Domain.Scores;

/// <summary>
/// Any sport that is scored in numbers over periods, and about which nothing else is known. The only limits are those of the numbers, and a
/// match may be drawn.
/// </summary>
internal sealed class GenericRules : SportRules
{
    public const string Name = "generic";

    /// <summary>More periods than any sport plays, so that a score stays small.</summary>
    private const int MaximumPeriods = 99;

    public override string Sport => Name;

    public override int? BestOf => null;

    /// <inheritdoc/>
    /// <remarks>A finished period is won by the team that leads it; the last period is finished once the match is final.</remarks>
    public override ScoreAssessment Assess(IReadOnlyList<SetScore> sets, MatchStatus status)
    {
        var violations = CheckLimits(sets, status, MaximumPeriods);
        if (violations.Count > 0)
            return ScoreAssessment.Impossible(violations);

        var isFinal = status is MatchStatus.Final;
        var finished = isFinal ? sets : sets.SkipLast(1);
        var won = finished.Aggregate(new SetTally(), (tally, period) => tally.With(period.Leader));
        var total = new SetScore(sets.Sum(period => period.Team1), sets.Sum(period => period.Team2));

        var winner = isFinal ? won.Leader ?? total.Leader : null;
        return ScoreAssessment.Possible(won.Team1, won.Team2, winner, CheckStatus(sets, status));
    }
}
