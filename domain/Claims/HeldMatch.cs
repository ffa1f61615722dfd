namespace LiveFeed.Domain.Claims;

/// <summary>A match that the actor may write to now.</summary>
/// <param name="Event">The match's event.</param>
/// <param name="Match">The match.</param>
/// <param name="Claim">The live claim by which the actor writes.</param>
internal sealed record HeldMatch(LiveEvent Event, Match Match, Claim Claim);
