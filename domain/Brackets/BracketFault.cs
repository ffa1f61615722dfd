namespace LiveFeed.Domain.Brackets;

/// <summary>What is wrong with the source of a side.</summary>
/// <param name="Match">The index of the match in the list.</param>
/// <param name="Side">1 or 2.</param>
/// <param name="Message">What is wrong, in words that say what to do.</param>
public sealed record BracketFault(int Match, int Side, string Message);
