using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tournament : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "scores",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "official",
                table: "scores",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "tie",
                table: "scores",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "score_revisions",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "score_revisions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "score_conflicts",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "followed_by",
                table: "matches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "matches",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "leg",
                table: "matches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "not_before",
                table: "matches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "officials",
                table: "matches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "played_in",
                table: "matches",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pool_id",
                table: "matches",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "team1_from",
                table: "matches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "team2_from",
                table: "matches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tie_id",
                table: "matches",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "work_team_id",
                table: "matches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "events",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "divisions",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "standings",
                table: "divisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "clocks",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    match_id = table.Column<int>(type: "INTEGER", nullable: false),
                    period = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    elapsed_ms = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks", x => new { x.event_id, x.match_id });
                    table.ForeignKey(
                        name: "FK_clocks_matches_event_id_match_id",
                        columns: x => new { x.event_id, x.match_id },
                        principalTable: "matches",
                        principalColumns: new[] { "event_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    match_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    period = table.Column<int>(type: "INTEGER", nullable: true),
                    minute = table.Column<int>(type: "INTEGER", nullable: true),
                    added = table.Column<int>(type: "INTEGER", nullable: true),
                    side = table.Column<int>(type: "INTEGER", nullable: true),
                    person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    person2 = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    order_number = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    client_update_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    retracted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    retracted_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incidents", x => new { x.event_id, x.id });
                    table.ForeignKey(
                        name: "FK_incidents_matches_event_id_match_id",
                        columns: x => new { x.event_id, x.match_id },
                        principalTable: "matches",
                        principalColumns: new[] { "event_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "live_matches",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    match_id = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    has_statistics = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_live_matches", x => new { x.event_id, x.match_id });
                    table.ForeignKey(
                        name: "FK_live_matches_matches_event_id_match_id",
                        columns: x => new { x.event_id, x.match_id },
                        principalTable: "matches",
                        principalColumns: new[] { "event_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pools",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    division_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    teams = table.Column<string>(type: "TEXT", nullable: false),
                    ranks = table.Column<string>(type: "TEXT", nullable: true),
                    rows = table.Column<string>(type: "TEXT", nullable: false),
                    is_complete = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pools", x => new { x.event_id, x.id });
                    table.ForeignKey(
                        name: "FK_pools_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statistics_cursors",
                columns: table => new
                {
                    topic = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_cursors", x => x.topic);
                    table.ForeignKey(
                        name: "FK_statistics_cursors_feed_heads_topic",
                        column: x => x.topic,
                        principalTable: "feed_heads",
                        principalColumn: "topic",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_incidents_event_id_match_id_recorded_at",
                table: "incidents",
                columns: new[] { "event_id", "match_id", "recorded_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clocks");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "live_matches");

            migrationBuilder.DropTable(
                name: "pools");

            migrationBuilder.DropTable(
                name: "statistics_cursors");

            migrationBuilder.DropColumn(
                name: "details",
                table: "scores");

            migrationBuilder.DropColumn(
                name: "official",
                table: "scores");

            migrationBuilder.DropColumn(
                name: "tie",
                table: "scores");

            migrationBuilder.DropColumn(
                name: "details",
                table: "score_revisions");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "score_revisions");

            migrationBuilder.DropColumn(
                name: "details",
                table: "score_conflicts");

            migrationBuilder.DropColumn(
                name: "followed_by",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "format",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "leg",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "not_before",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "officials",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "played_in",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "pool_id",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "team1_from",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "team2_from",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "tie_id",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "work_team_id",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "format",
                table: "events");

            migrationBuilder.DropColumn(
                name: "format",
                table: "divisions");

            migrationBuilder.DropColumn(
                name: "standings",
                table: "divisions");
        }
    }
}
