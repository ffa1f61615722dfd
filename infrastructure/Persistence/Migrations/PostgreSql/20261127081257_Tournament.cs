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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pools");

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
