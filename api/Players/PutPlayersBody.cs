namespace LiveFeed.Api.Players;

/// <summary>All players of a team.</summary>
/// <param name="Players">The players, at most 100. One with the id of a player of the team changes that one; one without an id is new.</param>
internal sealed record PutPlayersBody(IReadOnlyList<NewPlayer> Players);
