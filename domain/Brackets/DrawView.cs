namespace LiveFeed.Domain.Brackets;

/// <summary>What a draw has added to a schedule, or would add.</summary>
/// <param name="Teams">The teams that are made with it.</param>
/// <param name="Pools">The pools that are made with it.</param>
/// <param name="Matches">Its matches, in the order in which they can be played. They have no times and no courts yet.</param>
/// <param name="Warnings">What is odd about it, such as teams of one group that meet in the first round; at most 50.</param>
/// <param name="WarningCount">How many warnings there are in all.</param>
public sealed record DrawView(
    IReadOnlyList<TeamView> Teams, IReadOnlyList<ScheduledPool> Pools, IReadOnlyList<MatchView> Matches, IReadOnlyList<ScheduleWarning> Warnings, int WarningCount);
