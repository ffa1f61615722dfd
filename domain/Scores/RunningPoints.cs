namespace LiveFeed.Domain.Scores;

/// <summary>What stands in the running game: <c>0</c>, <c>15</c>, <c>30</c>, <c>40</c> or <c>AD</c> in tennis, or the points of a running tie-break.</summary>
public sealed record RunningPoints(string Team1, string Team2);
