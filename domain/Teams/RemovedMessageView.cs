namespace LiveFeed.Domain.Teams;

/// <summary>The body of an entry that reports that a message was deleted.</summary>
/// <param name="Id">The message.</param>
/// <param name="Removed">Always true.</param>
public sealed record RemovedMessageView(string Id, bool Removed = true);
