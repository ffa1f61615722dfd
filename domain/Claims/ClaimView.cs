using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Claims;

/// <summary>A claim, as clients see it.</summary>
public sealed record ClaimView(
    MatchId MatchId,
    ClaimState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PersonView? ClaimedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ClaimedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt = null);

public enum ClaimState
{
    Claimed,
    Released,
    Expired,
}
