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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "details",
                table: "scores");

            migrationBuilder.DropColumn(
                name: "official",
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
        }
    }
}
