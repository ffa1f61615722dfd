namespace LiveFeed.Api.Clocks;

/// <summary>What a match's clock shows.</summary>
/// <param name="Period">The period, from 1.</param>
/// <param name="State">running, stopped, or ended if the period is over.</param>
/// <param name="ElapsedMs">How much of the period has been played, in milliseconds; also in sports whose clock counts down.</param>
/// <param name="Added">The announced added time, in minutes.</param>
/// <param name="OccurredAt">When the scorekeeper's device recorded it, by its own clock; now if left out.</param>
/// <param name="Correction">Whether it may be before what was stored, in the same period or an earlier one.</param>
/// <param name="ClientUpdateId">The client's own id for this update. It makes a repeat harmless, and comes back in the feed.</param>
internal sealed record PutClockBody(
    int Period, ClockState State, int ElapsedMs, int? Added = null, DateTimeOffset? OccurredAt = null, bool Correction = false, string? ClientUpdateId = null);
