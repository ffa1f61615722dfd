namespace LiveFeed.Domain;

/// <summary>Too many writes are waiting already.</summary>
public sealed class OverloadedException() : Exception("The write queue is full.");
