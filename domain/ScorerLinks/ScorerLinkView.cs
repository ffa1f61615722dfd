namespace LiveFeed.Domain.ScorerLinks;

/// <summary>A scorer link, as the event's organizers see it: without its secret.</summary>
/// <param name="Id">The id.</param>
/// <param name="CourtId">The court whose matches can be scored by it; null if it is for one match.</param>
/// <param name="MatchId">The match that can be scored by it; null if it is for a court.</param>
/// <param name="Name">What organizers recognize it by.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="Helpers">The names of those who are in by it, in the order in which they came.</param>
public sealed record ScorerLinkView(
    string Id, int? CourtId, MatchId? MatchId, string? Name, DateTimeOffset ExpiresAt, DateTimeOffset CreatedAt, PersonView CreatedBy, IReadOnlyList<PersonView> Helpers);
