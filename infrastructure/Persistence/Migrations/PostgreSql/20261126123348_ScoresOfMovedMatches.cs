using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ScoresOfMovedMatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_score_conflicts_matches_event_id_match_id",
                table: "score_conflicts");

            migrationBuilder.DropForeignKey(
                name: "FK_score_revisions_scores_event_id_match_id",
                table: "score_revisions");

            migrationBuilder.DropIndex(
                name: "IX_score_conflicts_event_id_match_id",
                table: "score_conflicts");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "recorded_at",
                table: "scores",
                type: "timestamp(3) with time zone",
                precision: 3,
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "moved_to",
                table: "feed_entries",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "clock_offset",
                table: "claims",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "device_id",
                table: "claims",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_seen_at",
                table: "claims",
                type: "timestamp(3) with time zone",
                precision: 3,
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            // What is known of rows of before.
            migrationBuilder.Sql("UPDATE scores SET recorded_at = occurred_at;");
            migrationBuilder.Sql("UPDATE claims SET last_seen_at = claimed_at;");

            migrationBuilder.CreateTable(
                name: "archived_scores",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    match_id = table.Column<int>(type: "integer", nullable: false),
                    side1 = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    side2 = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archived_scores", x => new { x.event_id, x.match_id });
                    table.ForeignKey(
                        name: "FK_archived_scores_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddForeignKey(
                name: "FK_score_conflicts_events_event_id",
                table: "score_conflicts",
                column: "event_id",
                principalTable: "events",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_score_revisions_events_event_id",
                table: "score_revisions",
                column: "event_id",
                principalTable: "events",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_score_conflicts_events_event_id",
                table: "score_conflicts");

            migrationBuilder.DropForeignKey(
                name: "FK_score_revisions_events_event_id",
                table: "score_revisions");

            migrationBuilder.DropTable(
                name: "archived_scores");

            migrationBuilder.DropColumn(
                name: "recorded_at",
                table: "scores");

            migrationBuilder.DropColumn(
                name: "moved_to",
                table: "feed_entries");

            migrationBuilder.DropColumn(
                name: "clock_offset",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "device_id",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "last_seen_at",
                table: "claims");

            migrationBuilder.CreateIndex(
                name: "IX_score_conflicts_event_id_match_id",
                table: "score_conflicts",
                columns: new[] { "event_id", "match_id" });

            migrationBuilder.AddForeignKey(
                name: "FK_score_conflicts_matches_event_id_match_id",
                table: "score_conflicts",
                columns: new[] { "event_id", "match_id" },
                principalTable: "matches",
                principalColumns: new[] { "event_id", "id" },
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_score_revisions_scores_event_id_match_id",
                table: "score_revisions",
                columns: new[] { "event_id", "match_id" },
                principalTable: "scores",
                principalColumns: new[] { "event_id", "match_id" },
                onDelete: ReferentialAction.Cascade);
        }
    }
}
