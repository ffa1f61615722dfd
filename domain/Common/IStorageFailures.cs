namespace LiveFeed.Domain;

/// <summary>Says which exceptions come from the storage, not from a mistake in the program: a full disk, a failing one, a server that is away.</summary>
public interface IStorageFailures
{
    bool Includes(Exception exception);
}
