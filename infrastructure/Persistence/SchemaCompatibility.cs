namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// What a version must know to start on this schema. Most migrations only add; versions that don't know them yet run beside those that do. A migration that
/// takes away or changes what earlier versions use puts its own name here.
/// </summary>
internal sealed class SchemaCompatibility
{
    /// <summary>There is one row.</summary>
    public const int OnlyId = 1;

    public required int Id { get; init; }

    /// <summary>The name of the migration, without its date: that differs between engines.</summary>
    public required string OldestMigration { get; init; }
}
