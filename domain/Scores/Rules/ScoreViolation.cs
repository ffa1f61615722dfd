namespace LiveFeed.Domain.Scores;

/// <summary>Something impossible in an update, for which the whole update is rejected.</summary>
/// <param name="Field">The position in the request, zero-based: <c>sets[5]</c>, <c>sets[0].team1</c> or <c>status</c>.</param>
/// <param name="Message">One English sentence for people.</param>
public sealed record ScoreViolation(string Field, string Message);
