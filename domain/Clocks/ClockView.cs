using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Clocks;

/// <summary>A match's clock, as clients see it. While it runs, they count on from <c>at</c>, by the server's clock.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Period">The period, from 1.</param>
/// <param name="State">Whether it runs.</param>
/// <param name="ElapsedMs">How much of the period has been played at <c>at</c>, in milliseconds; also in sports whose clock counts down.</param>
/// <param name="Added">The announced added time, in minutes.</param>
public sealed record ClockView(
    MatchId MatchId, int Period, ClockState State, int ElapsedMs, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Added = null)
{
    /// <summary>When it showed that, by the server's clock. Every entry of the feed has this member anyway.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? At { get; init; }

    /// <summary>The id that the writer gave the update, so that it recognizes its own update.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientUpdateId { get; init; }
}
