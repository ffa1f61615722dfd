namespace LiveFeed.Domain.Statistics;

/// <summary>What follows from a match's points and incidents.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Status">How far the match has come.</param>
/// <param name="LongestRun">The most that each side scored in a row within one set.</param>
/// <param name="BiggestLead">How far each side was ahead at most within one set.</param>
/// <param name="Sets">The same for each set, and how long it took.</param>
/// <param name="Kinds">The incidents of each side, by kind. Kinds without any are left out.</param>
/// <param name="Goals">The goals, in order.</param>
/// <param name="Cards">The cards, in order.</param>
public sealed record StatisticsView(
    MatchId MatchId, MatchStatus Status, SideCounts LongestRun, SideCounts BiggestLead, IReadOnlyList<SetStatistics> Sets, IReadOnlyList<KindCount> Kinds,
    IReadOnlyList<TimedIncident> Goals, IReadOnlyList<TimedIncident> Cards);
