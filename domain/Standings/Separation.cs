namespace LiveFeed.Domain.Standings;

/// <summary>One step of the comparison of level teams, and where it put a team.</summary>
/// <param name="Criterion">The criterion that separated level teams.</param>
/// <param name="Among">The ids of the level teams whose matches counted; null if all matches of the pool did.</param>
/// <param name="Position">Which of the groups that it made of them has the team, from 0.</param>
internal sealed record Separation(StandingCriterion Criterion, IReadOnlyList<int>? Among, int Position);
