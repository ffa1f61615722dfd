namespace LiveFeed.Domain;

/// <summary>Too much is waiting already, such as writes or exports, or this has waited for too long. It changed nothing.</summary>
public sealed class OverloadedException(string message) : Exception(message);
