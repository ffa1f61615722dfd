using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.UnitTests.Persistence;

/// <summary>What LiveFeed writes by SQLite's own functions is what the driver would have written.</summary>
public sealed class SqliteStatementsTests : IDisposable
{
    private const string Insert = "INSERT INTO t (id, value) VALUES (@p0, @p1)";

    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SqliteStatementsTests()
    {
        connection.Open();
        Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, value); BEGIN");
    }

    [Fact]
    public void Without_a_transaction_nothing_is_executed()
    {
        Execute("ROLLBACK");
        Assert.Throws<InvalidOperationException>(() => SqliteStatements.Run(connection, [(Insert, [1, "a"])]));
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM t";
        Assert.Equal(0L, count.ExecuteScalar());
    }

    [Fact]
    public void Values_of_every_type_that_the_model_has_are_stored_as_the_driver_stores_them()
    {
        using var db = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connection).Options);
        var types = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Select(property => property.GetTypeMapping())
            .Select(mapping => mapping.Converter?.ProviderClrType ?? mapping.ClrType).Select(type => Nullable.GetUnderlyingType(type) ?? type).Distinct().ToList();
        Assert.Contains(typeof(string), types);
        object[] values = [.. types.SelectMany(Samples), DBNull.Value];

        SqliteStatements.Run(connection, values.Select((value, i) => (Insert, new object[] { i, value })));

        for (var i = 0; i < values.Length; i++)
        {
            using var driver = connection.CreateCommand();
            driver.CommandText = "SELECT typeof(value) = typeof(@value) AND value IS @value FROM t WHERE id = @id";
            driver.Parameters.AddWithValue("@id", i);
            driver.Parameters.AddWithValue("@value", values[i]);
            Assert.True(driver.ExecuteScalar() is 1L, $"{values[i]} ({values[i].GetType()})");
        }
    }

    [Fact]
    public void Each_statement_says_how_many_rows_it_changed()
    {
        const string update = "UPDATE t SET value = @p0 WHERE id = @p1";

        Assert.Equal([1, 1, 0], SqliteStatements.Run(connection, [(Insert, [1, "a"]), (update, ["b", 1]), (update, ["b", 2])]));
    }

    [Fact]
    public void A_key_that_exists_already_fails_as_one()
    {
        var failure = Assert.Throws<SqliteException>(() => SqliteStatements.Run(connection, [(Insert, [1, "a"]), (Insert, [1, "b"])]));

        Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY, failure.SqliteExtendedErrorCode);
        // The statement is not left behind: the connection can still do everything.
        Execute("DROP TABLE t");
    }

    public void Dispose() => connection.Dispose();

    private static IEnumerable<object> Samples(Type type) => type switch
    {
        _ when type == typeof(string) => ["", "Zoë 🏐", "7"],
        _ when type == typeof(byte[]) => [Array.Empty<byte>(), new byte[] { 0, 255 }],
        _ when type == typeof(int) => [0, int.MinValue],
        _ when type == typeof(long) => [0L, long.MaxValue],
        _ when type == typeof(bool) => [false, true],
        _ when type == typeof(double) => [0d, -1.5],
        _ => throw new NotSupportedException($"The model has a column of the type {type}: {nameof(SqliteStatements)} must write it, and this test have a value of it."),
    };

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
