using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Persistence.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>A future version of LiveFeed, with migrations of its own.</summary>
internal sealed class OtherVersion<TContext>(string file, Func<DbContextOptions<TContext>, TContext> create) : ILiveFeedContextFactory
    where TContext : LiveFeedContext
{
    public LiveFeedContext Create() => create(
        new DbContextOptionsBuilder<TContext>().UseSqlite($"Data Source={file};Pooling=False", sqlite => sqlite.MigrationsAssembly("LiveFeed.IntegrationTests")).Options);
}

/// <summary>A version that rebuilds a table. SQLite can't change a column, so the table is made anew, filled, and renamed.</summary>
internal sealed class RebuildContext(DbContextOptions<RebuildContext> options) : LiveFeedContext(options);

[DbContext(typeof(RebuildContext))]
[Migration("20261120134647_Initial")]
internal sealed class RebuildFirst : Initial;

[DbContext(typeof(RebuildContext))]
[Migration("20261125195724_MatchForeignKeys")]
internal sealed class RebuildSecond : MatchForeignKeys;

[DbContext(typeof(RebuildContext))]
[Migration("20261126031526_Topics")]
internal sealed class RebuildThird : Topics;

[DbContext(typeof(RebuildContext))]
[Migration("20261126111900_Access")]
internal sealed class RebuildFourth : Access;

[DbContext(typeof(RebuildContext))]
[Migration("20261126123343_ScoresOfMovedMatches")]
internal sealed class RebuildFifth : ScoresOfMovedMatches;

[DbContext(typeof(RebuildContext))]
[Migration("20261126234730_HeadChecksAndInstances")]
internal sealed class RebuildSixth : HeadChecksAndInstances;

[DbContext(typeof(RebuildContext))]
[Migration("20261127031554_JobsAndCutFeeds")]
internal sealed class RebuildSeventh : JobsAndCutFeeds;

[DbContext(typeof(RebuildContext))]
[Migration("20261127041414_TimeZonesAndNumbers")]
internal sealed class RebuildEighth : TimeZonesAndNumbers;

[DbContext(typeof(RebuildContext))]
[Migration("20261127083544_Tournament")]
internal sealed class RebuildNinth : Tournament;

[DbContext(typeof(RebuildContext))]
[Migration("20261127100123_Inferred")]
internal sealed class RebuildTenth : Inferred;

[DbContext(typeof(RebuildContext))]
[Migration("20261127123244_Players")]
internal sealed class RebuildEleventh : Infrastructure.Persistence.Migrations.Sqlite.Players;

[DbContext(typeof(RebuildContext))]
[Migration("20261127155938_TeamTies")]
internal sealed class RebuildTwelfth : TeamTies;

[DbContext(typeof(RebuildContext))]
[Migration("20261127225444_Announcements")]
internal sealed class RebuildThirteenth : Infrastructure.Persistence.Migrations.Sqlite.Announcements;

[DbContext(typeof(RebuildContext))]
[Migration("20261127231257_Webhooks")]
internal sealed class RebuildFourteenth : Infrastructure.Persistence.Migrations.Sqlite.Webhooks;

[DbContext(typeof(RebuildContext))]
[Migration("20261128002001_TeamRooms")]
internal sealed class RebuildFifteenth : TeamRooms;

[DbContext(typeof(RebuildContext))]
[Migration("20261128032942_TeamInvitations")]
internal sealed class RebuildSixteenth : TeamInvitations;

[DbContext(typeof(RebuildContext))]
[Migration("20261128042848_ScorerLinks")]
internal sealed class RebuildSeventeenth : Infrastructure.Persistence.Migrations.Sqlite.ScorerLinks;

[DbContext(typeof(RebuildContext))]
[Migration("20261128081639_Notifications")]
internal sealed class RebuildEighteenth : Infrastructure.Persistence.Migrations.Sqlite.Notifications;

// Derived from the first migration for its model, from which the table is made.
[DbContext(typeof(RebuildContext))]
[Migration("99990101000000_Rebuild")]
internal sealed class RebuildMigration : Initial
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AlterColumn<string>("display_name", "users", type: "TEXT", nullable: true, oldClrType: typeof(string), oldType: "TEXT");

    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        base.BuildTargetModel(modelBuilder);
        modelBuilder.Entity("LiveFeed.Domain.Access.User", user => user.Property<string>("DisplayName").IsRequired(false));
    }
}

/// <summary>A version whose migration leaves a row that refers to nothing.</summary>
internal sealed class OrphanContext(DbContextOptions<OrphanContext> options) : LiveFeedContext(options);

[DbContext(typeof(OrphanContext))]
[Migration("20261120134647_Initial")]
internal sealed class OrphanFirst : Initial;

[DbContext(typeof(OrphanContext))]
[Migration("20261125195724_MatchForeignKeys")]
internal sealed class OrphanSecond : MatchForeignKeys;

[DbContext(typeof(OrphanContext))]
[Migration("20261126031526_Topics")]
internal sealed class OrphanThird : Topics;

[DbContext(typeof(OrphanContext))]
[Migration("20261126111900_Access")]
internal sealed class OrphanFourth : Access;

[DbContext(typeof(OrphanContext))]
[Migration("20261126123343_ScoresOfMovedMatches")]
internal sealed class OrphanFifth : ScoresOfMovedMatches;

[DbContext(typeof(OrphanContext))]
[Migration("20261126234730_HeadChecksAndInstances")]
internal sealed class OrphanSixth : HeadChecksAndInstances;

[DbContext(typeof(OrphanContext))]
[Migration("20261127031554_JobsAndCutFeeds")]
internal sealed class OrphanSeventh : JobsAndCutFeeds;

[DbContext(typeof(OrphanContext))]
[Migration("20261127041414_TimeZonesAndNumbers")]
internal sealed class OrphanEighth : TimeZonesAndNumbers;

[DbContext(typeof(OrphanContext))]
[Migration("20261127083544_Tournament")]
internal sealed class OrphanNinth : Tournament;

[DbContext(typeof(OrphanContext))]
[Migration("20261127100123_Inferred")]
internal sealed class OrphanTenth : Inferred;

[DbContext(typeof(OrphanContext))]
[Migration("20261127123244_Players")]
internal sealed class OrphanEleventh : Infrastructure.Persistence.Migrations.Sqlite.Players;

[DbContext(typeof(OrphanContext))]
[Migration("20261127155938_TeamTies")]
internal sealed class OrphanTwelfth : TeamTies;

[DbContext(typeof(OrphanContext))]
[Migration("20261127225444_Announcements")]
internal sealed class OrphanThirteenth : Infrastructure.Persistence.Migrations.Sqlite.Announcements;

[DbContext(typeof(OrphanContext))]
[Migration("20261127231257_Webhooks")]
internal sealed class OrphanFourteenth : Infrastructure.Persistence.Migrations.Sqlite.Webhooks;

[DbContext(typeof(OrphanContext))]
[Migration("20261128002001_TeamRooms")]
internal sealed class OrphanFifteenth : TeamRooms;

[DbContext(typeof(OrphanContext))]
[Migration("20261128032942_TeamInvitations")]
internal sealed class OrphanSixteenth : TeamInvitations;

[DbContext(typeof(OrphanContext))]
[Migration("20261128042848_ScorerLinks")]
internal sealed class OrphanSeventeenth : Infrastructure.Persistence.Migrations.Sqlite.ScorerLinks;

[DbContext(typeof(OrphanContext))]
[Migration("20261128081639_Notifications")]
internal sealed class OrphanEighteenth : Infrastructure.Persistence.Migrations.Sqlite.Notifications;

[DbContext(typeof(OrphanContext))]
[Migration("99990101000000_Orphan")]
internal sealed class OrphanMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("CREATE TABLE pets (owner TEXT REFERENCES users (id)); INSERT INTO pets VALUES ('nobody')");
}
