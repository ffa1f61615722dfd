namespace LiveFeed.Api.Feed;

/// <summary>One of several topics that are read together.</summary>
/// <param name="Path">The topic's path.</param>
/// <param name="Filter">Which of its entries to return.</param>
internal sealed record TopicQuery(string Path, FilterQuery Filter);
