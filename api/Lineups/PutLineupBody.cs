namespace LiveFeed.Api.Lineups;

/// <summary>Who plays for one side of a match.</summary>
/// <param name="Players">The whole line-up, at most 50. None removes it.</param>
internal sealed record PutLineupBody(IReadOnlyList<LineupEntry> Players);
