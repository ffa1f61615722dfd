namespace LiveFeed.Domain.AcrossEvents;

public static class AcrossEventsErrors
{
    /// <summary>Events of different sports can't be ranked together.</summary>
    public static Error DifferentSports(IEnumerable<string> sports) => Error.Invalid(
        ErrorCode.DifferentSports, "sport", $"These events are of different sports: {string.Join(", ", sports.Order(StringComparer.Ordinal))}. Choose one of them with sport.");
}
