namespace LiveFeed.Domain.ScorerLinks;

/// <summary>A link by which helpers without an account claim and score the matches of one court, or one match. Only the hash of its secret is stored.</summary>
public sealed class ScorerLink
{
    /// <summary>Names it among an event's links; no secret.</summary>
    public required string Id { get; init; }

    public required EventId EventId { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The court whose matches it is for, whenever they are played there; null if it is for one match.</summary>
    public int? CourtId { get; init; }

    /// <summary>The match that it is for; null if it is for a court.</summary>
    public MatchId? MatchId { get; init; }

    /// <summary>What organizers recognize it by; null for nothing.</summary>
    public string? Name { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The organizer who made it. It ends with that user's right to manage the event.</summary>
    public required UserId CreatorId { get; init; }

    public ScorerLinkKey Key => new(EventId, Id);

    public bool IsOpen(DateTimeOffset now) => ExpiresAt > now;

    /// <summary>Returns whether a match can be scored by this link. The rubbers of a tie are scored by the link of the tie.</summary>
    public bool Covers(Match match) => MatchId is { } matchId ? match.Id == matchId || match.PartOf == matchId : match.CourtId == CourtId;
}
