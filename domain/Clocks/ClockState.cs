namespace LiveFeed.Domain.Clocks;

/// <summary>Whether a match's clock runs.</summary>
public enum ClockState
{
    Running,
    Stopped,

    /// <summary>The period is over.</summary>
    Ended,
}
