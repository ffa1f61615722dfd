namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Names the scorer link by which a helper is in.</summary>
/// <param name="EventId">The event in which it lets people score.</param>
/// <param name="LinkId">The link's id.</param>
public sealed record ScorerLinkKey(EventId EventId, string LinkId);
