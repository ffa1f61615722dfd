namespace LiveFeed.Domain;

/// <summary>Too many writes are waiting already, or this one has waited for too long. It changed nothing.</summary>
public sealed class OverloadedException(string message) : Exception(message);
