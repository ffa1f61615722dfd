namespace LiveFeed.Domain.Formats;

/// <summary>Who wins a match of which only numbers over periods are known.</summary>
public enum WinnerBy
{
    /// <summary>Who has more in all periods together.</summary>
    Sum,

    /// <summary>Who has won more periods; if that is level, who has more in all.</summary>
    Periods,
}
