using System.Reflection;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>The migrations of this version, and one more.</summary>
internal sealed class NextVersionMigrations : IMigrationsAssembly
{
    public NextVersionMigrations(ICurrentDbContext current)
    {
        var context = current.Context.GetType();
        var own = Assembly.GetTypes().Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context).ToList();
        Migrations = own.Where(type => type.IsSubclassOf(typeof(Migration))).Append(typeof(LaterPostgreSqlMigration))
            .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, type => type.GetTypeInfo());
        ModelSnapshot = (ModelSnapshot)Activator.CreateInstance(own.Single(type => type.IsSubclassOf(typeof(ModelSnapshot))))!;
    }

    public Assembly Assembly => typeof(LiveFeedContext).Assembly;

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }

    public ModelSnapshot ModelSnapshot { get; }

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.SingleOrDefault(id => id == nameOrId || id.EndsWith($"_{nameOrId}", StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}

/// <summary>Only adds, but to the tables that every write reads.</summary>
[Migration(NextVersion.Migration)]
internal sealed class LaterPostgreSqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE TABLE later (id integer PRIMARY KEY)");
        foreach (var table in new[] { "feed_heads", "users", "claims", "scores", "matches", "events", "members", "feed_entries" })
            migrationBuilder.AddColumn<string>("later", table, nullable: true);
    }
}
