using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.PostgreSql
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
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "official",
                table: "scores",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "tie",
                table: "scores",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "score_revisions",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "score_revisions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "score_conflicts",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "followed_by",
                table: "matches",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "matches",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "leg",
                table: "matches",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_before",
                table: "matches",
                type: "timestamp(3) with time zone",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "officials",
                table: "matches",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "played_in",
                table: "matches",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pool_id",
                table: "matches",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "team1_from",
                table: "matches",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "team2_from",
                table: "matches",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tie_id",
                table: "matches",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "work_team_id",
                table: "matches",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "events",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "format",
                table: "divisions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "standings",
                table: "divisions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "clocks",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    match_id = table.Column<int>(type: "integer", nullable: false),
                    period = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    elapsed_ms = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
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
                    event_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    match_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    period = table.Column<int>(type: "integer", nullable: true),
                    minute = table.Column<int>(type: "integer", nullable: true),
                    added = table.Column<int>(type: "integer", nullable: true),
                    side = table.Column<int>(type: "integer", nullable: true),
                    person = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    person2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    order_number = table.Column<int>(type: "integer", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    client_update_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true, collation: "C"),
                    retracted_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    retracted_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
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
                    event_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    match_id = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    has_statistics = table.Column<bool>(type: "boolean", nullable: false)
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
                    event_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    division_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    teams = table.Column<string>(type: "text", nullable: false),
                    ranks = table.Column<string>(type: "text", nullable: true),
                    rows = table.Column<string>(type: "text", nullable: false),
                    is_complete = table.Column<bool>(type: "boolean", nullable: false)
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
                    topic = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
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
