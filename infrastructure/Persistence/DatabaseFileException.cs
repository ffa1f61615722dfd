namespace LiveFeed.Infrastructure.Persistence;

/// <summary>A file of the database is not where it was when it was opened. What is written now would be lost.</summary>
internal sealed class DatabaseFileException(string message) : Exception(message);
