namespace LiveFeed.Api.Scores;

/// <summary>Whether a score is official.</summary>
/// <param name="Official">True to sign it, false to take that back.</param>
internal sealed record OfficialBody(bool Official);
