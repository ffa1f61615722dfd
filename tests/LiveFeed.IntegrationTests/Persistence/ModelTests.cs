using System.Text.RegularExpressions;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LiveFeed.IntegrationTests.Persistence;

public sealed class ModelTests
{
    /// <summary>The maximum size of a clustered key on SQL Server.</summary>
    private const int MaxKeyBytes = 900;

    private static readonly Dictionary<string, Func<DbContext>> Contexts = new()
    {
        ["Sqlite"] = () => new SqliteContextDesign().CreateDbContext([]),
        ["SqlServer"] = () => new SqlServerContextDesign().CreateDbContext([]),
        ["PostgreSql"] = () => new PostgreSqlContextDesign().CreateDbContext([]),
    };

    public static TheoryData<string> Providers => [.. Contexts.Keys];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Model_and_migrations_agree(string provider)
    {
        using var db = Contexts[provider]();
        var migrations = db.GetService<IMigrationsAssembly>();
        var last = migrations.CreateMigration(migrations.Migrations.Values.Last(), db.Database.ProviderName!);
        var snapshot = ((IMutableModel)migrations.ModelSnapshot!.Model).FinalizeModel();
        // Empty, unless a change of the model has no migration yet.
        Assert.Empty(Differences(db, snapshot));
        Assert.Empty(Differences(db, last.TargetModel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_row_is_removed_along_one_path_only(string provider)
    {
        using var db = Contexts[provider]();
        // SQL Server rejects tables that a removal reaches along two paths.
        Assert.All(Tables(db), table => Assert.InRange(
            table.GetForeignKeys().Count(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull), 0, 1));
    }

    [Fact]
    public void Keys_fit_into_an_index_of_SQL_Server()
    {
        using var db = Contexts["SqlServer"]();
        Assert.All(Tables(db).SelectMany(table => table.GetKeys()), key => Assert.InRange(
            key.Properties.Sum(property => IsText(property) ? 2 * property.GetMaxLength() ?? int.MaxValue : 8), 1, MaxKeyBytes));
    }

    [Fact]
    public void The_idempotent_script_of_SQL_Server_makes_every_table_with_case_sensitive_ids()
    {
        using var db = Contexts["SqlServer"]();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Matches(@"IF NOT EXISTS \(\s*SELECT \* FROM \[__EFMigrationsHistory\]", script);
        foreach (var table in Tables(db))
        {
            var begin = script.IndexOf($"CREATE TABLE [{table.GetTableName()}] (", StringComparison.Ordinal);
            Assert.True(begin >= 0, $"The script doesn't make the table {table.GetTableName()}.");
            var statement = script[begin..script.IndexOf(";", begin, StringComparison.Ordinal)];
            foreach (var id in table.GetProperties().Where(IsTextId))
            {
                var column = NameAtFirst(script, table.GetTableName()!, id.GetColumnName());
                var added = Regex.Match(script, $@"ALTER TABLE \[{table.GetTableName()}\] ADD \[{column}\] [^;]*");
                Assert.Matches($@"\[{column}\] nvarchar\(\d+\) COLLATE Latin1_General_100_BIN2 ", added.Success ? added.Value : statement);
                foreach (var change in Regex.Matches(script, $@"ALTER TABLE \[{table.GetTableName()}\] ALTER COLUMN \[{column}\] [^;]*").Select(match => match.Value))
                    Assert.Contains(" COLLATE Latin1_General_100_BIN2 ", change, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void There_are_ids_of_text_in_nearly_every_table()
    {
        using var db = Contexts["SqlServer"]();
        Assert.Contains(Tables(db).SelectMany(table => table.GetProperties()).Where(IsTextId), id => id.GetColumnName() == "event_id");
        Assert.All(Tables(db).Where(table => table.ClrType != typeof(TransactionRecord) && table.ClrType != typeof(SchemaCompatibility)), table => Assert.Contains(table.GetProperties(), IsTextId));
    }

    /// <summary>Returns the name that a column had when its table was made.</summary>
    private static string NameAtFirst(string script, string table, string column) =>
        Regex.Match(script, $@"sp_rename N'\[{table}\]\.\[(\w+)\]', N'{column}'") is { Success: true } renamed ? renamed.Groups[1].Value : column;

    private static bool IsText(IProperty property) => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string);

    private static bool IsTextId(IProperty property) => IsText(property)
        && (property.IsPrimaryKey() || property.IsForeignKey() || property.GetColumnName() == "id" || property.GetColumnName().EndsWith("_id", StringComparison.Ordinal));

    private static IEnumerable<IEntityType> Tables(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetEntityTypes();

    /// <summary>Returns what a migration from that model to the present one would have to do.</summary>
    private static IEnumerable<string> Differences(DbContext db, IModel migrated)
    {
        var initialized = db.GetService<IModelRuntimeInitializer>().Initialize(migrated, designTime: true, validationLogger: null);
        return db.GetService<IMigrationsModelDiffer>()
            .GetDifferences(initialized.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel())
            .Select(operation => operation is ITableMigrationOperation change ? $"{operation.GetType().Name} on {change.Table}" : operation.GetType().Name);
    }
}
