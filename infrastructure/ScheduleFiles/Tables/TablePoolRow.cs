namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>What a match of a table says of a pool.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Division">Its division.</param>
/// <param name="Pool">The pool's name.</param>
/// <param name="Team1">Team 1, if it is known.</param>
/// <param name="Team2">Team 2, if it is known.</param>
internal sealed record TablePoolRow(int Line, int Division, string Pool, int? Team1, int? Team2);
