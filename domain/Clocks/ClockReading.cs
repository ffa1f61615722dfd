namespace LiveFeed.Domain.Clocks;

/// <summary>What a scorekeeper reads off a match's clock.</summary>
/// <param name="Period">The period, from 1.</param>
/// <param name="State">Whether it runs.</param>
/// <param name="ElapsedMs">How much of the period has been played, in milliseconds; also in sports whose clock counts down.</param>
/// <param name="Added">The announced added time, in minutes; null if there is none.</param>
public sealed record ClockReading(int Period, ClockState State, int ElapsedMs, int? Added = null)
{
    public const int MaxPeriod = IncidentDetails.MaxPeriod;
    public const int MaxElapsedMs = 24 * 60 * 60 * 1000;
    public const int MaxAdded = IncidentDetails.MaxMinute;

    /// <summary>Returns everything that is wrong, by field, or null.</summary>
    public Error? Validate()
    {
        var errors = new Dictionary<string, string[]>();
        if (Period is < 1 or > MaxPeriod)
            errors.Add("period", [$"Periods are numbered from 1 to {MaxPeriod}."]);
        if (ElapsedMs is < 0 or > MaxElapsedMs)
            errors.Add("elapsedMs", [$"A period has from 0 to {MaxElapsedMs} milliseconds, which is a day."]);
        if (Added is < 0 or > MaxAdded)
            errors.Add("added", [$"Added time is a number of minutes from 0 to {MaxAdded}."]);
        return errors.Count == 0 ? null : new Error(ErrorCode.InvalidClock, "This clock can't be: " + errors.First().Value[0], errors);
    }
}
