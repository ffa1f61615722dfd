namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// A file beside the database while it is migrated, so that the next start can report that a migration was interrupted. It is not a lock:
/// only the process that holds the database's write lock writes it or relies on it.
/// </summary>
internal sealed class MigrationMarker(string databaseFile)
{
    private readonly string path = $"{databaseFile}.migrating";

    /// <summary>Returns the last migration that was to be applied, and the copy that was kept before; null if there is no marker.</summary>
    public (string Migration, string Copy)? Read() =>
        File.Exists(path) && File.ReadAllLines(path) is [var migration, var copy] ? (migration, copy) : null;

    public void Write(string migration, string copy) => File.WriteAllLines(path, [migration, copy]);

    public void Remove() => File.Delete(path);
}
