namespace LiveFeed.Domain.Formats;

/// <summary>A format that has a name.</summary>
/// <param name="Name">What events, divisions and matches choose it by.</param>
/// <param name="Sport">The sport that plays it.</param>
/// <param name="Title">What it means, for people.</param>
/// <param name="Format">The format itself, with every default written out.</param>
public sealed record FormatPreset(string Name, string Sport, string Title, MatchFormat Format);
