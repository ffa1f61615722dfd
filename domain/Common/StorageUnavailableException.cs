namespace LiveFeed.Domain;

/// <summary>The database can't store a write at the moment: the disk is full, fails, or the server is away.</summary>
/// <remarks>It changed nothing, unless the server went away at the COMMIT and can't be asked. A repeat with the same Idempotency-Key counts once either way.</remarks>
public sealed class StorageUnavailableException(Exception cause) : Exception("The database can't store anything at the moment.", cause);
