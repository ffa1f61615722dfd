using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Persistence.Engines;
using LiveFeed.Infrastructure.Persistence.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>A future version of LiveFeed, whose schema has one more migration.</summary>
internal sealed class NextVersion(string file, string migrationsAssembly = "LiveFeed.IntegrationTests") : ILiveFeedContextFactory
{
    public const string Migration = "99990101000000_Later";

    public LiveFeedContext Create() => new SqliteContext(
        new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={file};Pooling=False", sqlite => sqlite.MigrationsAssembly(migrationsAssembly)).Options);

    /// <summary>Does to the database what a start does.</summary>
    public Task StartAsync(ILogger<SqliteMigrator>? logger = null, TimeSpan? wait = null) => StartAsync(this, logger, wait);

    public static async Task StartAsync(ILiveFeedContextFactory contexts, ILogger<SqliteMigrator>? logger = null, TimeSpan? wait = null)
    {
        var options = Options.Create(new DatabaseOptions { MigrationWait = wait ?? TimeSpan.FromMinutes(1) });
        using var guard = new SqliteFileGuard(FileOf(contexts), true, options, TimeProvider.System, NullLogger<SqliteFileGuard>.Instance);
        // The engine itself needs no files here: the contexts name theirs.
        var engine = new SqliteEngine(DataDirectory.FromSettings(new ConfigurationBuilder().Build()));
        await new DatabaseStartup(
            contexts, engine, new SqliteMigrator(options, TimeProvider.System, logger ?? NullLogger<SqliteMigrator>.Instance), options,
            new HostingEnvironment { EnvironmentName = "Production" }, [guard], NullLogger<DatabaseStartup>.Instance)
            .StartingAsync(CancellationToken.None);
    }

    private static string FileOf(ILiveFeedContextFactory contexts)
    {
        using var db = contexts.Create();
        return new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
    }
}

[DbContext(typeof(SqliteContext))]
[Migration("20261120134647_Initial")]
internal sealed class FirstMigration : Initial;

[DbContext(typeof(SqliteContext))]
[Migration("20261125195724_MatchForeignKeys")]
internal sealed class SecondMigration : MatchForeignKeys;

[DbContext(typeof(SqliteContext))]
[Migration("20261126031526_Topics")]
internal sealed class ThirdMigration : Topics;

[DbContext(typeof(SqliteContext))]
[Migration("20261126111900_Access")]
internal sealed class FourthMigration : Access;

[DbContext(typeof(SqliteContext))]
[Migration("20261126123343_ScoresOfMovedMatches")]
internal sealed class FifthMigration : ScoresOfMovedMatches;

[DbContext(typeof(SqliteContext))]
[Migration("20261126234730_HeadChecksAndInstances")]
internal sealed class SixthMigration : HeadChecksAndInstances;

[DbContext(typeof(SqliteContext))]
[Migration("20261127031554_JobsAndCutFeeds")]
internal sealed class SeventhMigration : JobsAndCutFeeds;

[DbContext(typeof(SqliteContext))]
[Migration("20261127041414_TimeZonesAndNumbers")]
internal sealed class EighthMigration : TimeZonesAndNumbers;

[DbContext(typeof(SqliteContext))]
[Migration("20261127083544_Tournament")]
internal sealed class NinthMigration : Tournament;

[DbContext(typeof(SqliteContext))]
[Migration("20261127100123_Inferred")]
internal sealed class TenthMigration : Inferred;

[DbContext(typeof(SqliteContext))]
[Migration("20261127123244_Players")]
internal sealed class EleventhMigration : Infrastructure.Persistence.Migrations.Sqlite.Players;

[DbContext(typeof(SqliteContext))]
[Migration("20261127155938_TeamTies")]
internal sealed class TwelfthMigration : TeamTies;

[DbContext(typeof(SqliteContext))]
[Migration("20261127225444_Announcements")]
internal sealed class ThirteenthMigration : Infrastructure.Persistence.Migrations.Sqlite.Announcements;

[DbContext(typeof(SqliteContext))]
[Migration("20261127231257_Webhooks")]
internal sealed class FourteenthMigration : Infrastructure.Persistence.Migrations.Sqlite.Webhooks;

[DbContext(typeof(SqliteContext))]
[Migration("20261128002001_TeamRooms")]
internal sealed class FifteenthMigration : TeamRooms;

[DbContext(typeof(SqliteContext))]
[Migration("20261128032942_TeamInvitations")]
internal sealed class SixteenthMigration : TeamInvitations;

[DbContext(typeof(SqliteContext))]
[Migration("20261128042848_ScorerLinks")]
internal sealed class SeventeenthMigration : Infrastructure.Persistence.Migrations.Sqlite.ScorerLinks;

[DbContext(typeof(SqliteContext))]
[Migration("20261128081639_Notifications")]
internal sealed class EighteenthMigration : Infrastructure.Persistence.Migrations.Sqlite.Notifications;

[DbContext(typeof(SqliteContext))]
[Migration(NextVersion.Migration)]
internal sealed class LaterMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE later (id INTEGER PRIMARY KEY)");
}
