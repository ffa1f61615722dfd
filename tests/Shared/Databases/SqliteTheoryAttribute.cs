namespace LiveFeed.Testing;

/// <summary>A theory of the file that SQLite keeps. It is skipped, with the reason, if all servers of the run use another database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute() => Skip = TestDatabase.WhyNoFile;
}
