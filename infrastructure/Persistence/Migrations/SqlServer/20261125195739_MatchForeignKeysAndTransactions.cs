using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.SqlServer
{
    public partial class MatchForeignKeysAndTransactions : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // None are known; but a row without its match would keep the new keys from being made.
            foreach (var table in new[] { "claims", "coverage", "score_conflicts", "score_revisions", "scores" })
            {
                migrationBuilder.Sql(
                    $"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM matches WHERE matches.event_id = {table}.event_id AND matches.id = {table}.match_id)");
            }

            migrationBuilder.Sql(
                "DELETE FROM score_revisions WHERE NOT EXISTS (SELECT 1 FROM scores WHERE scores.event_id = score_revisions.event_id AND scores.match_id = score_revisions.match_id)");

            migrationBuilder.DropForeignKey(
                name: "FK_claims_events_event_id",
                table: "claims");

            migrationBuilder.DropForeignKey(
                name: "FK_coverage_events_event_id",
                table: "coverage");

            migrationBuilder.DropForeignKey(
                name: "FK_score_conflicts_events_event_id",
                table: "score_conflicts");

            migrationBuilder.DropForeignKey(
                name: "FK_score_revisions_events_event_id",
                table: "score_revisions");

            migrationBuilder.DropForeignKey(
                name: "FK_scores_events_event_id",
                table: "scores");

            migrationBuilder.CreateTable(
                name: "transactions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    abandoned = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transactions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_score_conflicts_event_id_match_id",
                table: "score_conflicts",
                columns: new[] { "event_id", "match_id" });

            migrationBuilder.CreateIndex(
                name: "IX_coverage_event_id_match_id",
                table: "coverage",
                columns: new[] { "event_id", "match_id" });

            migrationBuilder.CreateIndex(
                name: "IX_transactions_at",
                table: "transactions",
                column: "at");

            migrationBuilder.AddForeignKey(
                name: "FK_claims_matches_event_id_match_id",
                table: "claims",
                columns: new[] { "event_id", "match_id" },
                principalTable: "matches",
                principalColumns: new[] { "event_id", "id" },
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_coverage_matches_event_id_match_id",
                table: "coverage",
                columns: new[] { "event_id", "match_id" },
                principalTable: "matches",
                principalColumns: new[] { "event_id", "id" },
                onDelete: ReferentialAction.Cascade);

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

            migrationBuilder.AddForeignKey(
                name: "FK_scores_matches_event_id_match_id",
                table: "scores",
                columns: new[] { "event_id", "match_id" },
                principalTable: "matches",
                principalColumns: new[] { "event_id", "id" },
                onDelete: ReferentialAction.Cascade);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_claims_matches_event_id_match_id",
                table: "claims");

            migrationBuilder.DropForeignKey(
                name: "FK_coverage_matches_event_id_match_id",
                table: "coverage");

            migrationBuilder.DropForeignKey(
                name: "FK_score_conflicts_matches_event_id_match_id",
                table: "score_conflicts");

            migrationBuilder.DropForeignKey(
                name: "FK_score_revisions_scores_event_id_match_id",
                table: "score_revisions");

            migrationBuilder.DropForeignKey(
                name: "FK_scores_matches_event_id_match_id",
                table: "scores");

            migrationBuilder.DropTable(
                name: "transactions");

            migrationBuilder.DropIndex(
                name: "IX_score_conflicts_event_id_match_id",
                table: "score_conflicts");

            migrationBuilder.DropIndex(
                name: "IX_coverage_event_id_match_id",
                table: "coverage");

            migrationBuilder.AddForeignKey(
                name: "FK_claims_events_event_id",
                table: "claims",
                column: "event_id",
                principalTable: "events",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_coverage_events_event_id",
                table: "coverage",
                column: "event_id",
                principalTable: "events",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

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

            migrationBuilder.AddForeignKey(
                name: "FK_scores_events_event_id",
                table: "scores",
                column: "event_id",
                principalTable: "events",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
