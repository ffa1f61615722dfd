namespace LiveFeed.Api.Feed;

/// <summary>Pages of several feeds.</summary>
/// <param name="Cursor">The position from which to continue in all of them: tag:cursor, joined by ~.</param>
/// <param name="Topics">The topics, in the order in which they were named; those that can't be read come last.</param>
internal sealed record JoinedFeedView(string Cursor, IReadOnlyList<JoinedFeedTopicView> Topics);
