namespace LiveFeed.Domain;

/// <summary>The database can't store a write at the moment: the disk is full, fails, or the server is away. It changed nothing.</summary>
public sealed class StorageUnavailableException(Exception cause) : Exception("The database can't store anything at the moment.", cause);
