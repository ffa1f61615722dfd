namespace LiveFeed.Infrastructure.Persistence;

/// <summary>A database file was moved, deleted or replaced while it was open. A write to it would be lost.</summary>
internal sealed class DatabaseFileException(string message) : Exception(message);
