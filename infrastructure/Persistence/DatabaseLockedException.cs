namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Another process writes to the database, and a transaction could not begin. Nothing was done.</summary>
internal sealed class DatabaseLockedException(Exception cause) : Exception("Another process writes to the database.", cause);
