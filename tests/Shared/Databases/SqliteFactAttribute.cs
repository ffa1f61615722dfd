namespace LiveFeed.Testing;

/// <summary>A test of the file that SQLite keeps. It is skipped, with the reason, if all servers of the run use another database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = TestDatabase.WhyNoFile;
}
