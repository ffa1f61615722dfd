namespace LiveFeed.Domain.ScorerLinks;

/// <summary>What scorer links may be like.</summary>
/// <param name="Lifetime">How long one can be used unless its maker says otherwise.</param>
/// <param name="MaxLifetime">The longest lifetime that a maker may choose.</param>
/// <param name="MaxPerEvent">The most that can be open at once in an event.</param>
/// <param name="MaxHelpers">The most helpers that one may let in.</param>
public sealed record ScorerLinkPolicy(TimeSpan Lifetime, TimeSpan MaxLifetime, int MaxPerEvent, int MaxHelpers);
