namespace LiveFeed.Domain.Scores;

/// <summary>Something odd about a score, which is stored all the same: the scorekeeper sees the court, the rules do not.</summary>
/// <param name="Code">A stable snake_case word for programs, such as <c>set_past_its_end</c>.</param>
/// <param name="Message">One English sentence for people.</param>
public sealed record ScoreWarning(string Code, string Message);
